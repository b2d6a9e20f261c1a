using RestEase;

namespace DealBot.Adapters.WeCom;

/// <summary>
/// WeCom's group robot webhook. The raw answer is taken, since its HTTP status says nothing and RestEase's own exception for
/// a status would show the address with the key.
/// </summary>
internal interface IWeComWebhook
{
    /// <summary>
    /// Sends one message. The connection is not kept: a kept one that the server has just closed would leave the outcome
    /// unknown, and at 20 messages a minute a new one costs nothing.
    /// </summary>
    [Post("cgi-bin/webhook/send")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> SendAsync([Query("key")] string key, [Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Keeps a file for three days, for messages of the same robot. Nobody sees it.</summary>
    [Post("cgi-bin/webhook/upload_media")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> UploadAsync([Query("key")] string key, [Query("type")] string type, [Body] HttpContent body, CancellationToken cancellationToken);
}
