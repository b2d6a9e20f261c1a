using DealBot.Adapters.WeCom;
using DealBot.Simulators.WeCom;

namespace DealBot.Host.Rehearsal.Platforms;

internal static class WeComPlatform
{
    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var robots = request.ForEach((name, _) => new WeComRobot { Key = new Guid(Convert.FromHexString(PlatformRequest.KeyOf(name))).ToString() });
        var simulator = await WeComSimulator.StartAsync(
            new WeComSimulatorOptions { Time = request.Clock, Robots = robots.ToDictionary(robot => robot.Value.Key, robot => robot.Key) },
            cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with { WeCom = new WeComOptions { BaseUrl = simulator.BaseAddress, Robots = robots } },
            () => [.. simulator.Received.Select(message => new ChatMessage("wecom", message.Chat, message.At, TextOf(message), message.ImageBytes))]);
    }

    private static string? TextOf(WeComReceived message) => message switch
    {
        { Card: { } card } => ChatMessage.Lines([card.Title, card.Subtitle, .. card.Facts.Select(fact => $"{fact.Key} {fact.Value}"), card.Url]),
        { Articles: [var article, ..] } => ChatMessage.Lines(article.Title, article.Description, article.Url),
        _ => message.Text,
    };
}
