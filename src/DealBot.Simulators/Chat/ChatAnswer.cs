namespace DealBot.Simulators.Chat;

/// <summary>What a simulated platform answers.</summary>
/// <param name="Body">The body, JSON unless said otherwise.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="MediaType">Media type of the body.</param>
public sealed record ChatAnswer(byte[] Body, int Status = 200, string MediaType = "application/json; charset=UTF-8")
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers behind the body (HTTP/2).</summary>
    public IReadOnlyDictionary<string, string> Trailers { get; init; } = new Dictionary<string, string>();
}
