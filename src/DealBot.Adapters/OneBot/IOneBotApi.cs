using RestEase;

namespace DealBot.Adapters.OneBot;

/// <summary>The bridge's HTTP server. The raw answer is taken: bridges differ in what they say by status and what by <c>retcode</c>.</summary>
internal interface IOneBotApi
{
    /// <summary>
    /// Makes one call. The connection is not kept: a kept one that the bridge has just closed would leave the outcome unknown, and at 20
    /// messages a minute a new one costs nothing.
    /// </summary>
    [Post("{action}")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> CallAsync(
        [Path("action")] string action, [Header("Authorization")] string? authorization, [Body] HttpContent body, CancellationToken cancellationToken);
}
