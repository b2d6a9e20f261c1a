using System.Security.Cryptography;
using System.Text;

namespace DealBot.Host.Web;

/// <summary>
/// Knows the owner's own phones by a cookie. He opens a secret address once in each app that he tries his links in; nothing in a link
/// could serve, since everybody in the group has the link.
/// </summary>
public sealed class OwnDevices(byte[] key)
{
    private const string Cookie = "dealbot_own";

    private readonly string _token = Convert.ToHexStringLower(HMACSHA256.HashData(key, "own device"u8), 0, 16);

    /// <summary>Path of the secret address.</summary>
    public string Path => $"/me/{_token}";

    public bool Has(HttpRequest request) =>
        request.Headers.Cookie is { Count: > 0 } cookies && cookies.ToString().Contains($"{Cookie}={_token}", StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/me/{token}", AnswerAsync);

    private Task AnswerAsync(HttpContext context)
    {
        var token = Encoding.UTF8.GetBytes((string?)context.Request.RouteValues["token"] ?? "");
        if (!CryptographicOperations.FixedTimeEquals(token, Encoding.UTF8.GetBytes(_token)))
        {
            return StrangerPage.NotFoundAsync(context);
        }

        var isOwn = !context.Request.Query.ContainsKey("off");
        context.Response.Cookies.Append(Cookie, _token, new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = isOwn ? TimeSpan.FromDays(365) : TimeSpan.Zero,
        });
        return StrangerPage.OwnDeviceAsync(context, isOwn);
    }
}
