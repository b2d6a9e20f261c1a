using RestEase;

namespace DealBot.Adapters.Telegram;

/// <summary>
/// Telegram's Bot API. The raw answer is taken: RestEase's own exception for a status would show the address with the token. Paths begin with a
/// dot, since the colon of the token would make a scheme of what stands before it.
/// </summary>
internal interface ITelegramApi
{
    /// <summary>
    /// Posts something. The connection is not kept: a kept one that the server has just closed would leave the outcome unknown.
    /// </summary>
    [Post("./bot{token}/{method}")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> PostAsync(
        [Path("token", UrlEncode = false)] string token, [Path("method")] string method, [Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Asks something.</summary>
    [Post("./bot{token}/{method}")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> AskAsync(
        [Path("token", UrlEncode = false)] string token, [Path("method")] string method, [Body] HttpContent body, CancellationToken cancellationToken);
}
