namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Every network that a day can be rehearsed with, by its name.</summary>
internal static class RehearsedNetworks
{
    private static readonly IReadOnlyDictionary<string, Func<NetworkRequest, CancellationToken, Task<RehearsedNetwork>>> Known =
        new Dictionary<string, Func<NetworkRequest, CancellationToken, Task<RehearsedNetwork>>>
        {
            ["jd"] = JdRehearsed.StartAsync,
            ["pdd"] = PddRehearsed.StartAsync,
            ["taobao"] = TaobaoRehearsed.StartAsync,
            ["vip"] = VipRehearsed.StartAsync,
            ["suning"] = SuningRehearsed.StartAsync,
        };

    /// <summary>Starts those that the owners' files refer to.</summary>
    public static async Task<IReadOnlyList<RehearsedNetwork>> StartAsync(
        Channels channels, VirtualClock clock, int seed, Func<string, byte[]>? drawImage, CancellationToken cancellationToken)
    {
        var networks = new List<RehearsedNetwork>();
        foreach (var (name, start) in Known)
        {
            if (channels.AccountsOf(name) is { Count: > 0 } accounts)
            {
                networks.Add(await start(new NetworkRequest(accounts, channels.PositionAccountsOf(name), clock, seed, drawImage), cancellationToken));
            }
        }

        return networks;
    }
}
