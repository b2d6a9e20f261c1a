namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>Every chat platform that a day can be rehearsed on, by the name of its adapter. Preview needs none: it is the real one.</summary>
internal static class RehearsedPlatforms
{
    private static readonly IReadOnlyDictionary<string, Func<PlatformRequest, CancellationToken, Task<RehearsedPlatform>>> Known =
        new Dictionary<string, Func<PlatformRequest, CancellationToken, Task<RehearsedPlatform>>>
        {
            ["wecom"] = WeComPlatform.StartAsync,
            ["wecomtask"] = WeComTaskPlatform.StartAsync,
            ["dingtalk"] = DingTalkPlatform.StartAsync,
            ["feishu"] = FeishuPlatform.StartAsync,
            ["onebot"] = OneBotPlatform.StartAsync,
            ["telegram"] = TelegramPlatform.StartAsync,
            ["wechaty"] = WechatyPlatform.StartAsync,
        };

    /// <summary>Starts those that the owners' files refer to.</summary>
    public static async Task<IReadOnlyList<RehearsedPlatform>> StartAsync(Channels channels, VirtualClock clock, string pictures, CancellationToken cancellationToken)
    {
        var platforms = new List<RehearsedPlatform>();
        foreach (var (name, start) in Known)
        {
            if (channels.Name(name))
            {
                platforms.Add(await start(new PlatformRequest(channels.Of(name), clock, pictures), cancellationToken));
            }
        }

        return platforms;
    }
}
