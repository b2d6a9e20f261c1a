using System.Text.RegularExpressions;
using DealBot.Adapters.DingTalk;
using DealBot.Simulators.Chat;
using DealBot.Simulators.DingTalk;

namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>DingTalk fetches pictures from the service's public address; the rehearsal finds them where the service keeps them.</summary>
internal static partial class DingTalkPlatform
{
    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var robots = request.ForEach((name, _) => new DingTalkRobot { AccessToken = $"{PlatformRequest.KeyOf(name)}{PlatformRequest.KeyOf(name)}" });
        var simulator = await DingTalkSimulator.StartAsync(
            new DingTalkSimulatorOptions { Time = request.Clock, Robots = robots.ToDictionary(robot => robot.Value.AccessToken, robot => new SimulatedRobot(robot.Key)) },
            cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with { DingTalk = new DingTalkOptions { BaseUrl = simulator.BaseAddress, Robots = robots } },
            () => [.. simulator.Received.Select(message => Read(message, request.Pictures))]);
    }

    private static ChatMessage Read(DingTalkReceived message, string pictures)
    {
        // The title of markdown is for the list of chats; the group does not show it.
        string[] shown = ["text", "content", "messageUrl", "singleTitle", "singleURL"];
        var text = ShownText.Of(message.Content, message.MsgType == "markdown" ? shown : [.. shown, "title"]);
        var picture = Picture().Match(text);
        return new ChatMessage(
            "dingtalk",
            message.Chat,
            message.At,
            ChatMessage.Lines(Link().Replace(Picture().Replace(text, ""), "${url}").Replace("\\", "", StringComparison.Ordinal).Trim()),
            picture.Success ? File.ReadAllBytes(Path.Combine(pictures, picture.Groups["file"].Value)) : default(ReadOnlyMemory<byte>));
    }

    [GeneratedRegex(@"!\[[^\]]*\]\(https://[^)\s]+/p/[^/)]+/(?<file>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[[^\]]*\]\((?<url>https?://[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
