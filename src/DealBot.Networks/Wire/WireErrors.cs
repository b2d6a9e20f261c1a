using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Networks.Wire;

/// <summary>
/// What a network's codes mean to its owners, beside those that mean the same everywhere: the way there, answers that can't be read, links that
/// are not proven.
/// </summary>
/// <param name="network">Network name, for example <c>jd</c>.</param>
/// <param name="called">What people call it.</param>
/// <param name="own">The network's own codes; they win over the common ones.</param>
internal sealed class WireErrors(string network, Phrase called, IEnumerable<(string Code, WireError Error)> own)
{
    private readonly WireError _unknown = WireError.Hard(
        $"{called.Zh}拒绝了请求，原因不在已知列表中：请按{called.Zh}原文处理或咨询其客服",
        $"{called.En} refused for a reason that is not known: go by its own words or ask its support");

    private readonly FrozenDictionary<string, WireError> _byCode =
        Common(called).Concat(own).GroupBy(row => row.Code).ToFrozenDictionary(rows => rows.Key, rows => rows.Last().Error);

    /// <summary>Network name.</summary>
    public string Network => network;

    /// <summary>What people call it.</summary>
    public Phrase Called => called;

    public WireError Find(string code)
    {
        if (_byCode.TryGetValue(code, out var error))
        {
            return error;
        }

        return WireFaults.HttpStatus(code) switch
        {
            null => _unknown,
            429 => WireError.TooOften($"{called.Zh}接口调用超频，已放慢", $"{called.En} was called too often; slowing down"),
            >= 500 => WireError.Soon($"{called.Zh}网关暂时不可用，请稍后再试", $"The gateway of {called.En} is out of order for the moment; try later"),
            _ => WireError.Hard("网关地址拒绝访问：请检查 Gateway 地址和代理", "The gateway address refuses: check Gateway and the proxy", "Gateway"),
        };
    }

    /// <summary>Whether the code is known, be it the network's or a common one.</summary>
    public bool Knows(string code) => _byCode.ContainsKey(code) || WireFaults.HttpStatus(code) is not null;

    /// <summary>The reason with interface, code and the network's own words behind it, which support will ask for.</summary>
    public Phrase Explain(string code, string? message, string method)
    {
        var reason = Find(code).Reason;
        var words = string.IsNullOrEmpty(message) ? ("", "") : ($"，{called.Zh}原文：{message}", $", {called.En} says: {message}");
        return new Phrase($"{reason.Zh}（接口 {method}，代码 {code}{words.Item1}）", $"{reason.En} ({method}, code {code}{words.Item2})");
    }

    /// <summary>The refusal that the network's answer to a conversion is.</summary>
    public LinkResult.Refused Refuse(WireReply reply, string method) =>
        Refuse(reply.Code, Explain(reply.Code, reply.Message, method), Find(reply.Code));

    /// <summary>The refusal that a code of DealBot's own, or of the network's foreseen, stands for.</summary>
    public LinkResult.Refused Refuse(string code, string? host = null)
    {
        var error = Find(code);
        var reason = host is null ? error.Reason : new Phrase($"{error.Reason.Zh}（{host}）", $"{error.Reason.En} ({host})");
        return Refuse(code, reason, error);
    }

    /// <summary>The refusal of a link that is not to be posted; its host is shown.</summary>
    public LinkResult.Refused RefuseLink(string code, string link) => Refuse(code, Uri.TryCreate(link, UriKind.Absolute, out var url) ? url.Host : null);

    private static LinkResult.Refused Refuse(string code, Phrase reason, WireError error) =>
        new(code, reason, error.ConcernsAllItems) { IsPassing = error.IsTransient };

    /// <summary>The fault of an account that a code stands for.</summary>
    public AccountFault FaultOf(string code, Phrase reason) => new(Find(code).Field, reason);

    /// <summary>An answer that must be no refusal.</summary>
    /// <exception cref="NetworkException">The network refused, or nothing came.</exception>
    public WireReply Demand(WireReply reply, string method) => reply.Code == WireReply.Ok ? reply : throw ToException(reply, method);

    /// <summary>The fault of a query for a channel that the network can't have.</summary>
    public NetworkException BadChannel(string method) => ToException(WireReply.Failed(WireFaults.BadChannel), method);

    public NetworkException ToException(WireReply reply, string method)
    {
        var error = Find(reply.Code);
        return new NetworkException(network, reply.Code, Explain(reply.Code, reply.Message, method), error.IsTransient, reply.Cause)
        {
            IsQuotaUsedUp = error.IsQuotaUsedUp,
        };
    }

    private static IEnumerable<(string Code, WireError Error)> Common(Phrase called) =>
    [
        (WireFaults.Transport, WireError.Soon(
            $"连不上{called.Zh}网关：请检查网络、代理和 Gateway 地址", $"The gateway of {called.En} can't be reached: check network, proxy and Gateway")),
        (WireFaults.Timeout, WireError.Soon(
            $"{called.Zh}网关没有按时回答：请检查网络，或加大 TimeoutSeconds",
            $"The gateway of {called.En} did not answer in time: check the network or raise TimeoutSeconds")),
        (WireFaults.HtmlBody, WireError.Soon(
            "收到的是网页而不是数据：网关故障，或被代理拦截",
            "A web page came in place of data: the gateway is out of order or a proxy is in between")),
        (WireFaults.BrokenJson, WireError.Soon("收到的数据不完整", "The data came incomplete")),
        (WireFaults.EmptyBody, WireError.Soon($"{called.Zh}网关回了空内容", $"The gateway of {called.En} answered nothing")),
        (WireFaults.EmptyResult, WireError.Soon($"{called.Zh}没有给出结果", $"{called.En} gave no result")),
        (WireFaults.MissingResult, WireError.Hard(
            $"看不懂{called.Zh}的回答：接口可能已改版，请升级 DealBot",
            $"The answer of {called.En} can't be read: the interface may have changed, upgrade DealBot")),
        (WireFaults.NoLink, WireError.Hard($"{called.Zh}没有给出链接", $"{called.En} gave no link")),
        (WireFaults.ForeignLink, WireError.Hard(
            $"转链结果不是可信的{called.Zh}链接；确属{called.Zh}时请加入 LinkHosts",
            $"The converted link is no trusted link of {called.En}; if {called.En} does use it, add it to LinkHosts",
            "LinkHosts")),
        (WireFaults.UnconvertedLink, WireError.Hard(
            $"{called.Zh}返回了未转链的原链接，不会带佣金", $"{called.En} gave the item's plain link back, which earns nothing")),
        (WireFaults.TrackingMismatch, WireError.Hard(
            "转链结果中的跟单参数不是本群的，订单会记到别处",
            "The converted link carries another tracking value than the group's; its orders would be counted elsewhere")),
        (WireFaults.OtherItem, WireError.Hard(
            $"{called.Zh}给的是另一件商品的链接", $"{called.En} gave the link of another item")),
    ];
}
