using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DealBot.Adapters.Wire;

/// <summary>
/// A body that knows whether any of it was written. Without its body a request can't have been acted upon, so this is what tells
/// "certainly not sent" from "may have arrived" when a call fails or times out.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _body;
    private volatile bool _writeBegan;

    private WatchedContent(HttpContent body)
    {
        _body = body;
        foreach (var (name, values) in body.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    public bool WriteBegan => _writeBegan;

    /// <summary>The object as JSON whose texts stand as they are.</summary>
    public static WatchedContent Json<T>(T payload)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(payload, PlainJson.Options));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new WatchedContent(body);
    }

    /// <summary>Another body, a form with a file for example, which is disposed with this one.</summary>
    public static WatchedContent Of(HttpContent body) => new(body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _writeBegan = true;
        await _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _body.Dispose();
        base.Dispose(disposing);
    }
}
