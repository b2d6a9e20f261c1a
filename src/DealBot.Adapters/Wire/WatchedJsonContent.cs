using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DealBot.Adapters.Wire;

/// <summary>
/// A JSON body that knows whether any of it was written. Without its body a request can't have been acted upon, so this is
/// what tells "certainly not sent" from "may have arrived" when a call fails or times out.
/// </summary>
internal sealed class WatchedJsonContent : HttpContent
{
    private readonly byte[] _body;
    private volatile bool _writeBegan;

    private WatchedJsonContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    public bool WriteBegan => _writeBegan;

    public static WatchedJsonContent Of<T>(T payload) => new(JsonSerializer.SerializeToUtf8Bytes(payload, PlainJson.Options));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _writeBegan = true;
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
