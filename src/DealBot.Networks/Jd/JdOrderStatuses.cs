using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Networks.Jd;

/// <summary>JD's validCode: where an order row stands and, if it earns nothing, why.</summary>
internal static class JdOrderStatuses
{
    private const string Completed = "17";
    private static readonly Phrase PaidOut = new("已结算", "Paid out");

    private static readonly FrozenDictionary<string, (OrderStatus, Phrase)> ByCode = new Dictionary<string, (OrderStatus, Phrase)>
    {
        ["-1"] = (OrderStatus.Unknown, new("京东未给出状态", "JD does not know the status")),
        ["2"] = Invalid("拆单", "split into other orders"),
        ["3"] = Invalid("已取消", "cancelled"),
        ["4"] = Invalid("京东帮帮主订单", "order of a JD helper"),
        ["5"] = Invalid("账号异常", "irregular account"),
        ["6"] = Invalid("赠品类目不返佣", "gift category"),
        ["7"] = Invalid("校园订单", "campus order"),
        ["8"] = Invalid("企业订单", "enterprise order"),
        ["9"] = Invalid("团购订单", "group purchase"),
        ["11"] = Invalid("乡村推广员下单", "placed by a rural promoter"),
        ["13"] = Violation("其他", "other"),
        ["14"] = Invalid("来源与备案网址不符，请检查 SiteId 与备案", "source differs from the filed site; check SiteId and the filing"),
        ["15"] = (OrderStatus.Created, new("待付款", "Not paid yet")),
        ["16"] = (OrderStatus.Paid, new("已付款", "Paid")),
        [Completed] = (OrderStatus.Confirmed, new("已完成", "Completed")),
        ["19"] = Invalid("佣金比例为 0", "commission rate is 0"),
        ["20"] = Invalid("复购订单对应的首购订单无效", "repeat order whose first order is invalid"),
        ["21"] = Invalid("云店订单", "cloud shop order"),
        ["22"] = Invalid("PLUS 会员佣金比例为 0", "commission rate for PLUS members is 0"),
        ["23"] = Invalid("支付有礼", "payment gift"),
        ["24"] = (OrderStatus.Paid, new("已付定金", "Deposit paid")),
        ["25"] = Violation("流量劫持", "traffic hijacking"),
        ["26"] = Violation("流量异常", "irregular traffic"),
        ["27"] = Violation("违反京东平台规则", "against the rules of JD"),
        ["28"] = Violation("多笔交易异常", "several irregular trades"),
        ["29"] = Invalid("跨屏跨店", "across screens and shops"),
        ["30"] = Invalid("累计件数超出类目上限", "more pieces than the category allows"),
        ["31"] = Invalid("黑名单商品", "black-listed item"),
        ["33"] = Invalid("超市卡充值订单", "supermarket card top-up"),
        ["34"] = Invalid("推卡订单", "card promotion order"),
    }.ToFrozenDictionary();

    /// <summary>The status; a completed row whose payday has passed is settled.</summary>
    public static (OrderStatus Status, Phrase Text) Read(string code, DateOnly? payday, DateOnly today)
    {
        if (code == Completed && payday < today)
        {
            return (OrderStatus.Settled, PaidOut);
        }

        return ByCode.TryGetValue(code, out var known)
            ? known
            : (OrderStatus.Unknown, new Phrase($"未知状态 {code}", $"Unknown status {code}"));
    }

    private static (OrderStatus, Phrase) Invalid(string zh, string en) =>
        (OrderStatus.Invalid, new Phrase($"无效：{zh}", $"Invalid: {en}"));

    private static (OrderStatus, Phrase) Violation(string zh, string en) =>
        (OrderStatus.Invalid, new Phrase($"违规：{zh}", $"Violation: {en}"));
}
