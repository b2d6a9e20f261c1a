using DealBot.Networks.Pdd;
using DealBot.Simulators.Pdd;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Pinduoduo's affiliate programme for a rehearsed day. Links carry a group's own value unless the account tells groups apart by position.</summary>
internal static class PddRehearsed
{
    private const int FirstMember = 10_200_001;
    private const int FirstPosition = 223_344_000;
    private const int PositionsOfAccount = 40;

    public static async Task<RehearsedNetwork> StartAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        var accounts = request.Accounts.Index().ToDictionary(entry => entry.Item, entry => Account(entry.Item, entry.Index, request.PositionAccounts.Contains(entry.Item)));
        var simulator = await PddSimulator.StartAsync(
            new PddSimulatorOptions
            {
                Clock = request.Clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new PddSimAccount(account.ClientId, account.ClientSecret, [account.Pid, .. account.Positions]))],
                DrawImage = request.DrawImage,
            },
            cancellationToken);
        return new RehearsedNetwork("pdd", simulator, networks => networks with
        {
            Pdd = new PddOptions { Gateway = simulator.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [simulator.BaseAddress.Host] },
        });
    }

    private static PddAccount Account(string name, int index, bool byPosition) => new()
    {
        ClientId = $"rehearsedpdd{index + 1:0000}",
        ClientSecret = RehearsedSecret.Of("pdd", name),
        Pid = Pid(index, 0),
        Positions = [.. Enumerable.Range(1, PositionsOfAccount).Select(position => Pid(index, position))],
        MaySetCustomParameters = !byPosition,
    };

    private static string Pid(int account, int position) => $"{FirstMember + account}_{FirstPosition + (account * 1_000) + position}";
}
