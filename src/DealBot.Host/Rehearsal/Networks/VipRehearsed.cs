using DealBot.Networks.Vip;
using DealBot.Simulators.Vip;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Vipshop's affiliate programme for a rehearsed day. Links carry a group's own value unless the account tells groups apart by position.</summary>
internal static class VipRehearsed
{
    private const int PositionsOfAccount = 40;

    public static async Task<RehearsedNetwork> StartAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        var accounts = request.Accounts.Index().ToDictionary(entry => entry.Item, entry => Account(entry.Item, entry.Index, request.PositionAccounts.Contains(entry.Item)));
        var simulator = await VipSimulator.StartAsync(
            new VipSimulatorOptions
            {
                Clock = request.Clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new VipSimAccount(account.AppKey, account.AppSecret, account.UnionCode!, [account.ChanTag, .. account.Positions]))],
                DrawImage = request.DrawImage,
            },
            cancellationToken);
        return new RehearsedNetwork("vip", simulator, networks => networks with
        {
            Vip = new VipOptions { Gateway = simulator.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [simulator.BaseAddress.Host] },
        });
    }

    private static VipAccount Account(string name, int index, bool byPosition) => new()
    {
        AppKey = $"rehearsedvip{index + 1:0000}",
        AppSecret = RehearsedSecret.Of("vip", name),
        UnionCode = $"rehearsed{index + 1:000}",
        ChanTag = Pid(index, 0),
        Positions = [.. Enumerable.Range(1, PositionsOfAccount).Select(position => Pid(index, position))],
        UseStatParam = !byPosition,
    };

    private static string Pid(int account, int position) => $"c{account + 1:000}p{position:000}";
}
