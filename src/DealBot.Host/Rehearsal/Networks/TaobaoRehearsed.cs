using DealBot.Networks.Taobao;
using DealBot.Simulators.Taobao;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Taobao's affiliate programme for a rehearsed day. It grants nobody sub ids: each account has positions to allot to groups.</summary>
internal static class TaobaoRehearsed
{
    private const int FirstMember = 98_000_001;
    private const int PositionsOfAccount = 40;

    public static async Task<RehearsedNetwork> StartAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        var accounts = request.Accounts.Index().ToDictionary(entry => entry.Item, entry => Account(entry.Item, entry.Index));
        var simulator = await TaobaoSimulator.StartAsync(
            new TaobaoSimulatorOptions
            {
                Clock = request.Clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new TaobaoSimAccount(account.AppKey, account.AppSecret, [account.Pid, .. account.Positions]))],
                DrawImage = request.DrawImage,
            },
            cancellationToken);
        return new RehearsedNetwork("taobao", simulator, networks => networks with
        {
            Taobao = new TaobaoOptions { Gateway = simulator.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [simulator.BaseAddress.Host] },
        });
    }

    private static TaobaoAccount Account(string name, int index) => new()
    {
        AppKey = $"{24_000_001 + index}",
        AppSecret = RehearsedSecret.Of("taobao", name),
        Pid = Pid(index, 0),
        Positions = [.. Enumerable.Range(1, PositionsOfAccount).Select(position => Pid(index, position))],
    };

    private static string Pid(int account, int position) => $"mm_{FirstMember + account}_44455{account}_{111_222_000 + (account * 1_000) + position}";
}
