using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Core.Posting;

/// <summary>Why a slot was not posted.</summary>
/// <param name="Code">Stable code for counting, for example <c>no_deal</c>.</param>
/// <param name="Text">The reason in words.</param>
public sealed record SkipReason(string Code, Phrase Text)
{
    /// <summary>The day's plan has no room for it within the account's limits.</summary>
    public const string QuotaCode = "quota";

    /// <summary>The day's plan has no room for it beside the group's other posts.</summary>
    public const string GapCode = "min_gap";

    /// <summary>The owner has paused the group.</summary>
    public const string PausedCode = "paused";

    private const int LongestHost = 60;

    public static readonly SkipReason NoDeal = new("no_deal", new Phrase("没有符合要求的商品", "no deal fits"));

    public static readonly SkipReason Missed = new("missed", new Phrase("服务停机期间错过", "missed while the service was down"));

    public static readonly SkipReason Stale = new("stale", new Phrase("排队太久，已过时效", "waited too long to be worth sending"));

    /// <summary>Why the account stopped posting follows what is said here.</summary>
    public static SkipReason AccountBlocked(Phrase reason) => new("account_blocked", new Phrase($"账号停发：{reason.Zh}", $"account stopped: {reason.En}"));

    /// <summary>Never on record: the slot is prepared again by the edited configuration.</summary>
    public static readonly SkipReason Edited = new("edited", new Phrase("配置刚刚改过，按新配置重做", "the configuration was edited meanwhile"));

    public static readonly SkipReason Restored = new("restored", new Phrase(
        "数据从备份恢复，不知道是否已发过，不再发", "restored from a backup: it may have been sent already and is not sent again"));

    /// <summary>The owner had the bot skip it. Laying the plan anew does not bring it back.</summary>
    public static readonly SkipReason ByOwner = new("owner", new Phrase("群主让跳过", "skipped at the owner's word"));

    /// <summary>The owner has paused the group.</summary>
    public static readonly SkipReason Paused = new(PausedCode, new Phrase("群主暂停了推送", "the owner has paused the group"));

    public static readonly SkipReason CouponExpired = new("coupon_expired", new Phrase("发前复查：券已失效", "checked before sending: the coupon is gone"));

    public static SkipReason PriceChanged(Money shown, Money now) => new("price_changed", new Phrase(
        $"发前复查：已涨价，¥{shown.ToPriceText()} 变成 ¥{now.ToPriceText()}", $"checked before sending: the price rose from ¥{shown.ToPriceText()} to ¥{now.ToPriceText()}"));

    public static SkipReason DealGone(Phrase reason) => new("deal_gone", new Phrase($"发前复查：商品已下架，{reason.Zh}", $"checked before sending: no longer offered, {reason.En}"));

    public static SkipReason PriceUnchecked(Phrase reason) => new("price_unchecked", new Phrase(
        $"价格太旧又没法复查：{reason.Zh}", $"the price is too old and can't be checked: {reason.En}"));

    public static SkipReason LinkRefused(Phrase reason) => new("link_refused", new Phrase($"转链失败：{reason.Zh}", $"no tracking link: {reason.En}"));

    /// <summary>A message would have led members somewhere else than through the group's own links.</summary>
    /// <param name="host">Where it leads; of a QR code it may be any text, of which the beginning is shown.</param>
    public static SkipReason ForeignLink(string host) => ForeignLinkTo(Beginning.Of(host, LongestHost));

    private static SkipReason ForeignLinkTo(string host) => new("foreign_link", new Phrase(
        $"文案或海报的二维码里有不是本群的链接（{host}），没有发；请改模板，自己的网站加进 Links.AllowedHosts",
        $"the copy, or a QR code of the poster, has a link that is not the group's own ({host}) and was not sent; edit the template, or add a site of your own to Links.AllowedHosts"));

    public static SkipReason Template(string zh, string en) => new("template", new Phrase($"模板有误：{zh}", $"template fault: {en}"));

    public static SkipReason TooLong(string zh, string en) => new("too_long", new Phrase(zh, en));

    public static SkipReason NetworkDown(Phrase reason) => new("network_down", new Phrase($"联盟不可用：{reason.Zh}", $"network unavailable: {reason.En}"));

    public static SkipReason Fault(string code) => new("fault", new Phrase($"内部错误 {code}，详见日志", $"internal fault {code}, see the log"));
}
