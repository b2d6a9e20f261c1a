using RestEase;

namespace DealBot.Adapters.Feishu;

/// <summary>
/// The calls of Feishu's interface that the adapter makes. The raw answers are taken, since their HTTP status says little and RestEase's own
/// exception for a status would show the address with the token.
/// </summary>
internal interface IFeishuApi
{
    /// <summary>
    /// Posts one message by a custom bot. The connection is not kept: a kept one that the server has just closed would leave the outcome unknown.
    /// </summary>
    [Post("open-apis/bot/v2/hook/{token}")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> SendAsync([Path("token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Gives the token of a self-built app.</summary>
    [Post("open-apis/auth/v3/tenant_access_token/internal")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> GetTokenAsync([Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Uploads a picture with that token.</summary>
    [Post("open-apis/im/v1/images")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> UploadAsync([Header("Authorization")] string authorization, [Body] HttpContent form, CancellationToken cancellationToken);
}
