namespace DealBot.Contracts;

/// <summary>One HTTP call of a platform.</summary>
/// <param name="Endpoint">Last part of the path, one of <see cref="ICallbackReceiver.Endpoints"/>.</param>
/// <param name="Method"><c>GET</c> or <c>POST</c>.</param>
/// <param name="Query">The query, decoded; of a name that comes twice the first.</param>
/// <param name="Headers">The headers; names in any case. Of a header that comes twice the first.</param>
/// <param name="Body">The body as it came, at most <see cref="MaxBytes"/>.</param>
public sealed record CallbackRequest(
    string Endpoint,
    string Method,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Longest body that is read: 64 KiB. A longer one is refused with 413 before the adapter is asked.</summary>
    public const int MaxBytes = 64 * 1024;
}
