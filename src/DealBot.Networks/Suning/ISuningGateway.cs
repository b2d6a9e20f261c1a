using RestEase;

namespace DealBot.Networks.Suning;

/// <summary>
/// The one door of Suning's open platform: system parameters in the headers, business parameters as the body. The answer stays text, because
/// <see cref="SuningEnvelope"/> must see what no serializer would accept.
/// </summary>
internal interface ISuningGateway
{
    [Post("{gateway}/{method}")]
    [AllowAnyStatusCode]
    [Header("Format", "json")]
    Task<Response<string>> CallAsync(
        [Path("gateway", UrlEncode = false)] string gateway,
        [Path("method")] string path,
        [Header("AppMethod")] string method,
        [Header("AppRequestTime")] string requestTime,
        [Header("AppKey")] string appKey,
        [Header("VersionNo")] string version,
        [Header("signInfo")] string signature,
        [Body] HttpContent body,
        CancellationToken cancellationToken);
}
