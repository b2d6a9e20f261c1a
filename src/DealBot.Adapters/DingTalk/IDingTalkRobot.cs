using RestEase;

namespace DealBot.Adapters.DingTalk;

/// <summary>
/// DingTalk's custom robot webhook. The raw answer is taken, since its HTTP status says nothing and RestEase's own exception for a status would
/// show the address with the token.
/// </summary>
internal interface IDingTalkRobot
{
    /// <summary>
    /// Posts one message. The connection is not kept: a kept one that the server has just closed would leave the outcome unknown, and at 20
    /// messages a minute a new one costs nothing.
    /// </summary>
    [Post("robot/send")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> SendAsync(
        [Query("access_token")] string accessToken,
        [Query("timestamp")] string? timestamp,
        [Query("sign")] string? sign,
        [Body] HttpContent body,
        CancellationToken cancellationToken);
}
