using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>
/// Answers WeCom's calls. Whatever is wrong with a call, its caller learns nothing but a status: 400 for what is no call of WeCom's, 403 for what
/// WeCom did not sign, or not now, or not for this company.
/// </summary>
internal sealed class WeComCallbackReceiver
{
    private static readonly CallbackReply Taken = new(200);
    private static readonly CallbackReply NoCall = new(400);
    private static readonly CallbackReply Refused = new(403);
    private static readonly CallbackReply TooLarge = new(413);

    private readonly WeComCallbackCrypto _crypto;
    private readonly WeComChatEvents _events;
    private readonly WeComReplays _replays;
    private readonly TimeSpan _window;
    private readonly TimeProvider _time;

    public WeComCallbackReceiver(WeComCallbackOptions callback, WeComTaskOptions options, TimeProvider time)
    {
        // A key of the wrong shape never gets here but in a check of the settings, which calls nobody.
        _crypto = new WeComCallbackCrypto(callback.Token, WeComCallbackCrypto.KeyOf(callback.EncodingAesKey) ?? [], options.CorpId);
        _events = new WeComChatEvents(options);
        _window = TimeSpan.FromSeconds(callback.WindowSeconds);
        _replays = new WeComReplays(_window, time);
        _time = time;
    }

    public async Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken)
    {
        if (request.Body.Length > CallbackRequest.MaxBytes)
            return TooLarge;
        if (EncryptedOf(request) is not { Length: > 0 } encrypted)
            return NoCall;
        if (!IsOfWeCom(request.Query, encrypted) || _crypto.Decrypt(encrypted) is not { } message)
            return Refused;

        if (request.Method == "GET")
            return IsEcho(message) ? new CallbackReply(200, message) : Refused;

        return await TakeAsync(message, request.Query["msg_signature"], events, cancellationToken);
    }

    /// <summary>
    /// Tells what the message brings, if anything. WeCom repeats a call whose answer was lost: it is answered like the first and told no second time.
    /// Remembered only once told, so that what could not be taken is taken when it comes again.
    /// </summary>
    private async Task<CallbackReply> TakeAsync(string message, string signature, IChatEvents events, CancellationToken cancellationToken)
    {
        if (_replays.Has(signature))
            return Taken;
        if (_events.Read(message) is { } chatEvent)
            await events.TakeAsync(chatEvent, cancellationToken);

        _replays.Add(signature);
        return Taken;
    }

    // Messages are signed the same way: who has seen one on its way could ask here what is in it.
    private static bool IsEcho(string message) => !message.AsSpan().TrimStart().StartsWith('<');

    private bool IsOfWeCom(IReadOnlyDictionary<string, string> query, string encrypted) =>
        query.TryGetValue("msg_signature", out var signature)
        && query.TryGetValue("timestamp", out var timestamp)
        && query.TryGetValue("nonce", out var nonce)
        && IsNow(timestamp)
        && _crypto.IsSigned(signature, timestamp, nonce, encrypted);

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(_time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= _window.TotalSeconds;

    private static string? EncryptedOf(CallbackRequest request)
    {
        if (request.Method == "GET")
            return request.Query.GetValueOrDefault("echostr");
        if (request.Method != "POST")
            return null;

        using var body = new MemoryStream(request.Body.ToArray(), writable: false);
        return WeComXml.Parse(body)?.Text("Encrypt").Trim();
    }
}
