using System.Net;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>What each <c>errcode</c> of the application's interfaces means for a message. A code other than 0 says that WeCom did not take it.</summary>
internal static class WeComApiCodes
{
    private static readonly TimeSpan QuotaDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(10);

    /// <summary>Whether the code says that another token is needed: WeCom may let one lapse before its time.</summary>
    public static bool RefusesToken(long? code) => code is 40014 or 42001;

    public static SendResult Interpret(long code) => code switch
    {
        -1 => new SendResult.RetryAfter(BusyDelay, Say(code, "企业微信系统繁忙，稍后重试", "WeCom is busy; it will be tried again")),
        45033 => new SendResult.RetryAfter(BusyDelay, Say(code, "并发调用过多，稍后重试", "Too many calls at once; it will be tried again")),
        45009 => new SendResult.Throttled(QuotaDelay, Say(code, "调用超过接口的频率限制，暂停一分钟", "Over the limit of calls, pausing for a minute")),
        48002 => new SendResult.Blocked(Say(
            code,
            "应用没有这个接口的权限，请在管理后台“客户联系”里把它加入可调用接口的应用",
            "The application may not use this interface; add it to the applications of customer contact (客户联系) in WeCom's console")),
        60020 => new SendResult.Blocked(Say(
            code, "本机 IP 不在应用的可信 IP 里，请在管理后台添加", "This machine's IP address is not among the application's trusted ones; add it in WeCom's console")),
        _ => Refuse(code),
    };

    /// <summary>The setting that a refusal points at. Of a result it stops the account, so that there only those are given that hold for all its groups.</summary>
    public static string? FieldOf(long code) => code switch
    {
        40013 => nameof(WeComTaskOptions.CorpId),
        40001 or 40014 or 42001 => nameof(WeComTaskOptions.Secret),
        84061 or 84074 => nameof(WeComTaskChat.Sender),
        86001 or 86003 => nameof(WeComTaskChat.ChatId),
        _ => null,
    };

    /// <summary>What is said of an answer that is not WeCom's to a call that posts nothing.</summary>
    public static Phrase NotWeCom(HttpStatusCode status) => new(
        $"收到的不是企业微信的回复（HTTP {(int)status}），消息未发出；若反复出现，请检查 BaseUrl 和代理",
        $"The answer is not WeCom's (HTTP {(int)status}), nothing was sent; if it recurs, check BaseUrl and the proxy");

    private static SendResult.Rejected Refuse(long code) => code switch
    {
        40013 => new(Say(code, "企业 ID 不对，请检查 CorpId", "The company id is wrong; check CorpId"), FieldOf(code)),
        40001 => new(Say(code, "企业微信不接受这个 Secret，请检查 CorpId 和 Secret 是否属于同一个企业", "WeCom does not accept the Secret; check that CorpId and Secret belong together"), FieldOf(code)),
        40014 or 42001 => new(Say(code, "换过新的凭证，企业微信仍不接受，请检查 Secret", "WeCom refuses even a new token; check the Secret"), FieldOf(code)),
        40007 or 41006 => new(Say(code, "素材 media_id 无效或缺失", "The media_id is invalid or missing")),
        40008 => new(Say(code, "消息类型或 JSON 格式不被接受", "The message type or the JSON is not accepted")),
        40009 => new(Say(code, "图片大小不合法", "The picture's size is refused")),
        40033 => new(Say(code, "消息含有不合法的字符，请检查模板", "The message has characters that WeCom refuses; check the template")),
        40058 or 40063 => new(Say(code, "参数不合法或为空，请检查 Sender、ChatId 和模板", "A parameter is invalid or empty; check Sender, ChatId and the template")),
        44004 => new(Say(code, "消息内容为空，请检查模板", "The message is empty; check the template")),
        45002 => new(Say(code, "消息过长，请缩短模板", "The message is too long; shorten the template")),
        45008 => new(Say(code, "图文条数不合法", "The number of articles is refused")),
        45034 => new(Say(code, "链接缺少 https:// 或 http://，请检查模板", "A link lacks https:// or http://; check the template")),
        81013 => new(Say(code, "成员不在应用的可见范围内，请在管理后台添加", "The member is not among those who see the application; add them in WeCom's console")) { OnlyThisAddress = true },
        84061 or 84074 => new(Say(
            code,
            $"客户联系接口不接受这个成员，请确认 Sender 是群主并有客户联系权限，说明见 {Page(code)}",
            $"Customer contact does not accept the member; make sure that Sender owns the group and may use customer contact, see {Page(code)}")),
        86001 or 86003 => new(Say(code, $"企业微信不认识这个群，请检查 ChatId，说明见 {Page(code)}", $"WeCom does not know the group; check ChatId, see {Page(code)}"), FieldOf(code)) { OnlyThisAddress = true },
        _ => new(Say(code, $"企业微信拒绝了消息，说明见 {Page(code)}", $"WeCom refused the message, see {Page(code)}")),
    };

    private static string Page(long code) => $"https://open.work.weixin.qq.com/devtool/query?e={code}";

    private static Phrase Say(long code, string zh, string en) => new($"{zh}（errcode {code}）", $"{en} (errcode {code})");
}
