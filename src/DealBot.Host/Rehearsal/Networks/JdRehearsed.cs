using System.Globalization;
using DealBot.Networks.Jd;
using DealBot.Simulators.Jd;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>JD Union for a rehearsed day.</summary>
internal static class JdRehearsed
{
    private const long FirstUnionId = 1_000_900_001;
    private const long FirstSiteId = 4_100_000_001;

    public static async Task<RehearsedNetwork> StartAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        var accounts = request.Accounts.Index().ToDictionary(entry => entry.Item, entry => Account(entry.Item, entry.Index, request.PositionAccounts.Contains(entry.Item)));
        var simulator = await JdSimulator.StartAsync(
            new JdSimulatorOptions
            {
                Clock = request.Clock,
                Seed = request.Seed,
                Accounts = [.. accounts.Values.Select(account => new JdSimAccount(
                    account.AppKey, account.AppSecret, long.Parse(account.UnionId, CultureInfo.InvariantCulture), account.SiteId!, account.LinkApi == JdLinkApi.BySubUnionId))],
                DrawImage = request.DrawImage,
            },
            cancellationToken);
        return new RehearsedNetwork("jd", simulator, networks => networks with
        {
            Jd = new JdOptions { Gateway = simulator.Gateway.AbsoluteUri, Accounts = accounts, LinkHosts = [simulator.BaseAddress.Host] },
        });
    }

    private static JdAccount Account(string name, int index, bool byPosition) => new()
    {
        AppKey = $"rehearsal{index + 1:0000}",
        AppSecret = RehearsedSecret.Of("jd", name),
        UnionId = $"{FirstUnionId + index}",
        SiteId = $"{FirstSiteId + index}",
        LinkApi = byPosition ? JdLinkApi.Common : JdLinkApi.BySubUnionId,
    };
}
