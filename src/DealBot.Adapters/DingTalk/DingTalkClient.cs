using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.DingTalk;

/// <summary>Calls of a robot's webhook.</summary>
internal sealed class DingTalkClient(HttpClient http, DingTalkOptions options, TimeProvider time)
{
    public static readonly PlatformName Name = new("钉钉", "DingTalk");

    private readonly IDingTalkRobot _robot = RestClient.For<IDingTalkRobot>(new RootedRequester(http, options.BaseUrl));
    private readonly PlatformHttp _platform = new(Name, TimeSpan.FromSeconds(options.TimeoutSeconds), time);

    public async Task<SendResult> SendAsync(DingTalkRobot robot, DingTalkPayload payload, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(payload);
        var signature = DingTalkSignature.Of(robot.Secret, time.GetUtcNow());
        return await _platform.SendAsync(
            body,
            token => _robot.SendAsync(robot.AccessToken, signature?.Timestamp, signature?.Sign, body, token),
            DingTalkErrors.Interpret,
            cancellationToken);
    }

    /// <summary>The call, to be shown.</summary>
    public WireCall Show(DingTalkRobot robot, DingTalkPayload payload) => new(
        "POST",
        $"{options.BaseUrl}robot/send?access_token=***{(robot.Secret.Length > 0 ? "&timestamp=***&sign=***" : "")}",
        PlainJson.Text(payload));
}
