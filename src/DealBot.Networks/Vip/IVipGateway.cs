using RestEase;

namespace DealBot.Networks.Vip;

/// <summary>
/// The one door of Vipshop's open platform: system parameters in the query, business parameters as the body. The answer stays text, because
/// <see cref="VipEnvelope"/> must see what no serializer would accept.
/// </summary>
internal interface IVipGateway
{
    [Post("{gateway}")]
    [AllowAnyStatusCode]
    Task<Response<string>> CallAsync(
        [Path("gateway", UrlEncode = false)] string gateway,
        [QueryMap] IDictionary<string, string> query,
        [Body] HttpContent body,
        CancellationToken cancellationToken);
}
