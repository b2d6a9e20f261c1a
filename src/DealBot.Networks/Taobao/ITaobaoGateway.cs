using RestEase;

namespace DealBot.Networks.Taobao;

/// <summary>
/// The one door of Taobao's open platform (TOP). The answer stays text, because <see cref="TaobaoEnvelope"/> must see what no serializer
/// would accept.
/// </summary>
internal interface ITaobaoGateway
{
    [Post("{gateway}")]
    [AllowAnyStatusCode]
    Task<Response<string>> CallAsync(
        [Path("gateway", UrlEncode = false)] string gateway,
        [Body(BodySerializationMethod.UrlEncoded)] IReadOnlyDictionary<string, string> form,
        CancellationToken cancellationToken);
}
