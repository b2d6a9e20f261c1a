using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>What becomes of a message whose call brought no answer, however the platform is spoken to. Nothing here holds an address.</summary>
internal sealed class LostCall(PlatformName name)
{
    private static readonly TimeSpan UnreachableDelay = TimeSpan.FromSeconds(15);

    /// <summary>Why a question, which posts nothing, has no answer.</summary>
    public Phrase Silent() => name.Say("{0}没有在限定时间内回复，请检查网络和代理", "{0} did not answer in time; check the network and the proxy");

    /// <summary>The message went out and the time is over.</summary>
    public SendResult.Unknown NoAnswer() => new(name.Say(
        "{0}没有在限定时间内回复，消息可能已送达，请在群里确认",
        "{0} did not answer in time and the message may have arrived; look into the group"));

    /// <summary>The message went out, at least in part, and the connection is gone.</summary>
    public SendResult.Unknown BrokenOff() => new(name.Say(
        "连接在{0}回复之前中断，消息可能已送达，请在群里确认",
        "The connection broke before {0} answered and the message may have arrived; look into the group"));

    /// <summary>Nothing of the message went out.</summary>
    public SendResult.RetryAfter NotConnected(HttpRequestError error) => new(UnreachableDelay, error switch
    {
        HttpRequestError.NameResolutionError => name.Say(
            "无法解析{0}的域名，消息未发出，请检查网络和 DNS",
            "{0}'s host name can't be resolved, nothing was sent; check the network and DNS"),
        HttpRequestError.SecureConnectionError => name.Say(
            "与{0}建立 TLS 连接失败，消息未发出，请检查系统时间、证书和代理",
            "The TLS connection to {0} failed, nothing was sent; check the system's clock, certificates and proxy"),
        _ => name.Say(
            "无法连接{0}，消息未发出，请检查网络和代理",
            "{0} can't be reached, nothing was sent; check the network and the proxy"),
    });
}
