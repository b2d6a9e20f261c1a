using System.ComponentModel;

namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>How WeCom's calls are known to be WeCom's. Token and key are made in the application's settings (接收消息 → API 接收).</summary>
public sealed record WeComCallbackOptions
{
    /// <summary>Last part of the address that WeCom calls, <c>/callback/wecomtask/{Endpoint}</c>: 1 to 40 letters, digits, hyphens. Default <c>events</c>.</summary>
    [Description("回调地址 /callback/wecomtask/ 后面的部分，默认 events")]
    public string Endpoint { get; init; } = "events";

    /// <summary>The token (Token) that calls are signed with. A secret.</summary>
    [Description("应用“接收消息”里的 Token（密钥，不要外传）")]
    public string Token { get; init; } = "";

    /// <summary>The key (EncodingAESKey) that calls are encrypted with, 43 letters and digits. A secret.</summary>
    [Description("应用“接收消息”里的 EncodingAESKey，43 个字母和数字（密钥，不要外传）")]
    public string EncodingAesKey { get; init; } = "";

    /// <summary>How far the time of a call may be from this machine's, in seconds, 30 to 3600. Default 300.</summary>
    [Description("回调时间和本机时间最多差多少秒，30 到 3600")]
    public int WindowSeconds { get; init; } = 300;

    /// <summary>A text without secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WeComCallbackOptions)} {{ Endpoint = {Endpoint}, Token = ***, EncodingAesKey = *** }}";
}
