using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu;

/// <summary>
/// The self-built app that uploads pictures for the robots. Its token is kept until shortly before it ends. However a call here fails, nothing was
/// posted: the message is another call.
/// </summary>
internal sealed class FeishuApp(IFeishuApi api, PlatformHttp platform, FeishuOptions options, TimeProvider time)
{
    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LimitDelay = TimeSpan.FromSeconds(60);

    /// <summary>Tokens live two hours; whatever an answer says, none is kept for longer than a day.</summary>
    private const long LongestLifeSeconds = 86_400;

    /// <summary>The common code of Feishu's interfaces for too many calls; it comes with status 400 or 429.</summary>
    private const long TooManyCalls = 99_991_400;

    private volatile FeishuToken? _token;

    public async Task<FeishuUpload> UploadAsync(OutgoingMessage.Image image, CancellationToken cancellationToken)
    {
        var known = _token;
        var (token, failure) = await TokenAsync(refused: null, cancellationToken);
        if (token is null)
            return new FeishuUpload(null, failure);

        var (answer, lost) = await SendAsync(token, image, cancellationToken);
        if (answer is not null && token == known && IsAboutTheToken(answer))
        {
            // It was taken back before its time: a new one is asked for, once.
            (token, failure) = await TokenAsync(refused: token, cancellationToken);
            if (token is null)
                return new FeishuUpload(null, failure);

            (answer, lost) = await SendAsync(token, image, cancellationToken);
        }

        return answer is null ? new FeishuUpload(null, new SendResult.RetryAfter(RetryDelay, lost!)) : Read(answer);
    }

    /// <summary>Why the app can't upload; null if its credentials are good.</summary>
    public async Task<SendResult?> TestAsync(CancellationToken cancellationToken) => (await TokenAsync(refused: _token, cancellationToken)).Failure;

    /// <summary>The calls of an upload, to be shown.</summary>
    public IEnumerable<WireCall> Show(OutgoingMessage.Image image) =>
    [
        new("POST", $"{options.BaseUrl}open-apis/auth/v3/tenant_access_token/internal", PlainJson.Text(new FeishuAppRequest(options.AppId, "***"))),
        new("POST", $"{options.BaseUrl}open-apis/im/v1/images", $"image_type: message; image: {PictureFormat.Of(image.Bytes.Span)!.MediaType}, {image.Bytes.Length} bytes"),
    ];

    private async Task<(PlatformAnswer? Answer, Phrase? Failure)> SendAsync(FeishuToken token, OutgoingMessage.Image image, CancellationToken cancellationToken)
    {
        var format = PictureFormat.Of(image.Bytes.Span)!;
        using var form = FileForm.New().With("image_type", "message").With("image", $"picture.{format.Extension}", image.Bytes, format.MediaType);
        return await platform.AskAsync(cancel => api.UploadAsync($"Bearer {token.Value}", form, cancel), cancellationToken);
    }

    /// <summary>The token, asked for if there is none, it ends soon, or it is the one that was refused.</summary>
    private async Task<(FeishuToken? Token, SendResult? Failure)> TokenAsync(FeishuToken? refused, CancellationToken cancellationToken)
    {
        // Two who ask at the same time are given the same one: until its last half hour Feishu makes no other.
        if (_token is { } kept && kept != refused && time.GetUtcNow() < kept.Until)
            return (kept, null);

        using var body = WatchedContent.Json(new FeishuAppRequest(options.AppId, options.AppSecret));
        var (answer, lost) = await platform.AskAsync(cancel => api.GetTokenAsync(body, cancel), cancellationToken);
        if (answer is null)
            return (null, new SendResult.RetryAfter(RetryDelay, lost!));

        _token = TokenOf(answer);
        return _token is { } token ? (token, null) : (null, Refusal(answer));
    }

    private FeishuToken? TokenOf(PlatformAnswer answer) =>
        answer.Number("code") == 0 && answer.Text("tenant_access_token") is { Length: > 0 } value
            ? new FeishuToken(value, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(answer.Number("expire") ?? 0, 0, LongestLifeSeconds)) - BeforeTheEnd)
            : null;

    private static SendResult Refusal(PlatformAnswer answer) => IsPassing(answer) ? Busy(answer)
        : answer.Number("code") is not (null or 0) and var code
        ? new SendResult.Rejected(
            new Phrase(
                $"飞书不接受自建应用的 AppId 或 AppSecret，图片传不上去（code {code}）",
                $"Feishu does not accept the app's AppId or AppSecret, so that pictures can't be uploaded (code {code})"),
            nameof(FeishuOptions.AppSecret))
        : NotFeishu(answer.Status);

    private static FeishuUpload Read(PlatformAnswer answer)
    {
        if (answer.Number("code") is not { } code)
            return new FeishuUpload(null, NotFeishu(answer.Status));
        if (code == 0 && PlatformAnswer.Member(answer.Json, "data") is { } data && PlatformAnswer.Text(data, "image_key") is { Length: > 0 } key)
            return new FeishuUpload(key, null);
        if (IsPassing(answer))
            return new FeishuUpload(null, Busy(answer));

        return new FeishuUpload(null, IsAboutTheToken(answer)
            ? new SendResult.Rejected(
                new Phrase(
                    $"自建应用不能上传图片，请在飞书开放平台给它开启机器人能力和 im:resource 权限，并发布版本（code {code}）",
                    $"The app may not upload pictures; in Feishu's console give it the bot ability and the permission im:resource, and publish it (code {code})"),
                nameof(FeishuOptions.AppId))
            : new SendResult.Rejected(new Phrase($"飞书没有接受图片（code {code}）", $"Feishu did not take the picture (code {code})")));
    }

    // Feishu's common codes of tokens and permissions begin like this; status 401 says the same.
    private static bool IsAboutTheToken(PlatformAnswer answer) =>
        answer.Status == HttpStatusCode.Unauthorized || answer.Number("code") is >= 99_991_600 and <= 99_991_699;

    /// <summary>Whether it says nothing of the app or the picture, only of the moment.</summary>
    private static bool IsPassing(PlatformAnswer answer) =>
        answer.Status == HttpStatusCode.TooManyRequests || (int)answer.Status >= 500 || answer.Number("code") == TooManyCalls;

    private static SendResult.RetryAfter Busy(PlatformAnswer answer) => new((int)answer.Status >= 500 ? RetryDelay : LimitDelay, new Phrase(
        $"飞书现在不接收图片（HTTP {(int)answer.Status}，code {answer.Number("code")}），消息未发出，稍后重试",
        $"Feishu takes no pictures at present (HTTP {(int)answer.Status}, code {answer.Number("code")}), nothing was sent; it will be tried again"));

    private static SendResult.RetryAfter NotFeishu(HttpStatusCode status) => new(status == HttpStatusCode.TooManyRequests ? LimitDelay : RetryDelay, new Phrase(
        $"上传图片时收到的不是飞书的回复（HTTP {(int)status}），消息未发出；若反复出现，请检查 BaseUrl 和代理",
        $"The answer to the upload is not Feishu's (HTTP {(int)status}), nothing was sent; if it recurs, check BaseUrl and the proxy"));
}
