using RestEase;

namespace DealBot.Networks.Jd;

/// <summary>
/// The one door of JD Union. The answer stays text, because <see cref="JdEnvelope"/> must see what no serializer would accept.
/// </summary>
internal interface IJdGateway
{
    [Post("{gateway}")]
    [AllowAnyStatusCode]
    Task<Response<string>> CallAsync(
        [Path("gateway", UrlEncode = false)] string gateway,
        [Body(BodySerializationMethod.UrlEncoded)] IReadOnlyDictionary<string, string> form,
        CancellationToken cancellationToken);
}
