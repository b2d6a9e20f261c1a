using DealBot.Adapters.Feishu;
using DealBot.Simulators.Chat;
using DealBot.Simulators.Feishu;

namespace DealBot.Host.Rehearsal.Platforms;

internal static class FeishuPlatform
{
    private const string App = "cli_rehearsal0001";

    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var robots = request.ForEach((name, _) => new FeishuRobot { Token = PlatformRequest.KeyOf(name) });
        var secret = PlatformRequest.KeyOf(App);
        var simulator = await FeishuSimulator.StartAsync(
            new FeishuSimulatorOptions
            {
                Time = request.Clock,
                Robots = robots.ToDictionary(robot => robot.Value.Token, robot => new SimulatedRobot(robot.Key)),
                Apps = new Dictionary<string, string> { [App] = secret },
            },
            cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with { Feishu = new FeishuOptions { BaseUrl = simulator.BaseAddress, Robots = robots, AppId = App, AppSecret = secret } },
            () => [.. simulator.Received.Select(message => new ChatMessage(
                "feishu", message.Chat, message.At, ChatMessage.Lines(ShownText.Of(message.Content, "title", "text", "content", "href", "default_url")), message.Picture))]);
    }
}
