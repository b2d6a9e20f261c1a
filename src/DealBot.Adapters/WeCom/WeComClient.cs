using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.WeCom;

/// <summary>Calls of a robot's webhook. The reply's text is not shown: WeCom says that it may change, and it has the server's address in it.</summary>
internal sealed class WeComClient(HttpClient http, WeComOptions options, TimeProvider time)
{
    private static readonly TimeSpan UploadDelay = TimeSpan.FromSeconds(15);

    private readonly IWeComWebhook _webhook = RestClient.For<IWeComWebhook>(new RootedRequester(http, options.BaseUrl));
    private readonly PlatformHttp _platform = new(WeComOptionsValidator.Platform, TimeSpan.FromSeconds(options.TimeoutSeconds), time);

    public async Task<SendResult> SendAsync(string key, WeComPayload payload, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(payload);
        return await _platform.SendAsync(body, token => _webhook.SendAsync(key, body, token), Interpret, cancellationToken);
    }

    /// <summary>Uploads a file. However it fails, nothing was posted: the message is another call.</summary>
    public async Task<WeComUpload> UploadAsync(string key, OutgoingMessage.File file, CancellationToken cancellationToken)
    {
        using var form = FileForm.New().With("media", file.Name, file.Bytes);
        var (answer, failure) = await _platform.AskAsync(token => _webhook.UploadAsync(key, "file", form, token), cancellationToken);
        if (answer is null)
            return Failed(failure!);
        if (answer.Status != HttpStatusCode.OK || answer.Number("errcode") is not { } code)
            return Failed(NotUploaded(answer.Status));
        if (code != 0)
            return new WeComUpload(null, WeComErrorCodes.Interpret(code, answer.Text("errmsg")), code);

        return answer.Text("media_id") is { Length: > 0 } mediaId ? new WeComUpload(mediaId, null, 0) : Failed(NotUploaded(answer.Status));
    }

    private static WeComUpload Failed(Phrase reason) => new(null, new SendResult.RetryAfter(UploadDelay, reason));

    // WeCom answers 200 even to refusals: another status comes from something in between, which may have passed the message on.
    private static SendResult? Interpret(PlatformAnswer answer) =>
        answer.Status == HttpStatusCode.OK && answer.Number("errcode") is { } code ? WeComErrorCodes.Interpret(code, answer.Text("errmsg")) : null;

    private static Phrase NotUploaded(HttpStatusCode status) => new(
        $"上传文件时收到的不是企业微信的回复（HTTP {(int)status}），消息未发出；若反复出现，请检查 BaseUrl 和代理",
        $"The answer to the upload is not WeCom's (HTTP {(int)status}), nothing was sent; if it recurs, check BaseUrl and the proxy");
}
