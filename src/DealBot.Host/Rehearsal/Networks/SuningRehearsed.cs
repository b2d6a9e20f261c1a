using DealBot.Networks.Suning;
using DealBot.Simulators.Suning;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Suning's affiliate programme for a rehearsed day. Links carry a group's own value unless the account tells groups apart by position.</summary>
internal static class SuningRehearsed
{
    private const int FirstPromoter = 60_000_001;
    private const int FirstPosition = 100_001;
    private const int PositionsOfAccount = 40;

    public static async Task<RehearsedNetwork> StartAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        var accounts = request.Accounts.Index().ToDictionary(entry => entry.Item, entry => Account(entry.Item, entry.Index, request.PositionAccounts.Contains(entry.Item)));
        var simulator = await SuningSimulator.StartAsync(
            new SuningSimulatorOptions
            {
                Clock = request.Clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new SuningSimAccount(account.AppKey, account.AppSecret, account.UserId, [account.AdBookId, .. account.Positions]))],
                DrawImage = request.DrawImage,
            },
            cancellationToken);
        return new RehearsedNetwork("suning", simulator, networks => networks with
        {
            Suning = new SuningOptions { Gateway = simulator.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [simulator.BaseAddress.Host] },
        });
    }

    private static SuningAccount Account(string name, int index, bool byPosition) => new()
    {
        AppKey = $"rehearsedsuning{index + 1:0000}",
        AppSecret = RehearsedSecret.Of("suning", name),
        UserId = $"{FirstPromoter + index}",
        AdBookId = Position(index, 0),
        Positions = [.. Enumerable.Range(1, PositionsOfAccount).Select(position => Position(index, position))],
        SubUserLength = byPosition ? 0 : 64,
    };

    private static string Position(int account, int position) => $"{FirstPosition + (account * 1_000) + position}";
}
