using RestEase;

namespace DealBot.Networks.Pdd;

/// <summary>
/// The one door of Pinduoduo's open platform. The answer stays text, because <see cref="PddEnvelope"/> must see what no serializer would accept.
/// </summary>
internal interface IPddGateway
{
    [Post("{gateway}")]
    [AllowAnyStatusCode]
    Task<Response<string>> CallAsync(
        [Path("gateway", UrlEncode = false)] string gateway,
        [Body(BodySerializationMethod.UrlEncoded)] IReadOnlyDictionary<string, string> form,
        CancellationToken cancellationToken);
}
