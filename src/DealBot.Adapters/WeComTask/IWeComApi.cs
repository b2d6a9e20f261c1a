using RestEase;

namespace DealBot.Adapters.WeComTask;

/// <summary>
/// WeCom's interfaces for an application of a company. Raw answers, as of the webhook: the status says nothing, and an exception of RestEase would
/// show the address with the token.
/// </summary>
internal interface IWeComApi
{
    [Get("cgi-bin/gettoken")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> GetTokenAsync([Query("corpid")] string corpId, [Query("corpsecret")] string secret, CancellationToken cancellationToken);

    /// <summary>Keeps a picture for three days, for messages of the same company.</summary>
    [Post("cgi-bin/media/upload")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> UploadAsync([Query("access_token")] string token, [Query("type")] string type, [Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Makes a task. The connection is not kept: one that the server has just closed would leave the outcome unknown.</summary>
    [Post("cgi-bin/externalcontact/add_msg_template")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> AddTaskAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post("cgi-bin/externalcontact/get_groupmsg_task")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> GetTaskAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post("cgi-bin/externalcontact/get_groupmsg_send_result")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> GetSendResultAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post("cgi-bin/externalcontact/groupchat/get")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> GetChatAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post("cgi-bin/externalcontact/groupchat/list")]
    [AllowAnyStatusCode]
    Task<HttpResponseMessage> ListChatsAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);

    /// <summary>Sends a message of the application to a member (path/90236). The connection is not kept, as above.</summary>
    [Post("cgi-bin/message/send")]
    [AllowAnyStatusCode]
    [Header("Connection", "close")]
    Task<HttpResponseMessage> SendToMemberAsync([Query("access_token")] string token, [Body] HttpContent body, CancellationToken cancellationToken);
}
