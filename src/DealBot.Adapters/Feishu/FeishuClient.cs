using DealBot.Adapters.Feishu.Payload;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.Feishu;

/// <summary>The calls that a message takes: its picture, if it has one, and the robot's webhook.</summary>
internal sealed class FeishuClient
{
    public static readonly PlatformName Name = new("飞书", "Feishu");

    /// <summary>Stands for the key of a picture that is not uploaded yet.</summary>
    private const string KeyToCome = "(image_key)";

    private readonly FeishuOptions _options;
    private readonly TimeProvider _time;
    private readonly IFeishuApi _api;
    private readonly PlatformHttp _platform;

    public FeishuClient(HttpClient http, FeishuOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _api = RestClient.For<IFeishuApi>(new RootedRequester(http, options.BaseUrl));
        _platform = new PlatformHttp(Name, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        App = options.HasApp ? new FeishuApp(_api, _platform, options, time) : null;
    }

    /// <summary>The app that uploads pictures; null if there is none.</summary>
    public FeishuApp? App { get; }

    public async Task<SendResult> SendAsync(FeishuRobot robot, OutgoingMessage message, CancellationToken cancellationToken)
    {
        string? imageKey = null;
        if (PictureOf(message) is { } picture)
        {
            var upload = await App!.UploadAsync(picture, cancellationToken);
            if (upload.Failure is { } failure)
                return failure;

            imageKey = upload.ImageKey;
        }

        var payload = FeishuPayload.From(message, imageKey, robot.Keywords);
        using var body = WatchedContent.Json(robot.Secret.Length == 0 ? payload : payload.SignedBy(FeishuSignature.Of(robot.Secret, _time.GetUtcNow())));
        return await _platform.SendAsync(body, token => _api.SendAsync(robot.Token, body, token), FeishuErrors.Interpret, cancellationToken);
    }

    /// <summary>The calls, to be shown.</summary>
    public IReadOnlyList<WireCall> Show(FeishuRobot robot, OutgoingMessage message) =>
    [
        .. PictureOf(message) is { } picture ? App!.Show(picture) : [],
        new WireCall("POST", $"{_options.BaseUrl}open-apis/bot/v2/hook/***", PlainJson.Text(Sketch(robot, message))),
    ];

    /// <summary>The body as far as it is known before anything is called; a signature and a picture's key will be some 100 bytes longer.</summary>
    public static FeishuPayload Sketch(FeishuRobot robot, OutgoingMessage message)
    {
        var payload = FeishuPayload.From(message, PictureOf(message) is null ? null : KeyToCome, robot.Keywords);
        return robot.Secret.Length == 0 ? payload : payload.SignedBy(FeishuSignature.Hidden);
    }

    private static OutgoingMessage.Image? PictureOf(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Image image => image,
        OutgoingMessage.Captioned captioned => captioned.Picture,
        _ => null,
    };
}
