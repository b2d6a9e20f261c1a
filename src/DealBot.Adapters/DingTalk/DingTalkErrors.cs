using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.DingTalk;

/// <summary>What each <c>errcode</c> means for a message. A code other than 0 says that DingTalk did not take it.</summary>
internal static class DingTalkErrors
{
    /// <summary>A robot over its limit is not heard for ten minutes (DingTalk's documentation); asking meanwhile does no good.</summary>
    public static readonly TimeSpan QuotaDelay = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(10);

    /// <summary>What an answer says; null if it is not DingTalk's.</summary>
    public static SendResult? Interpret(PlatformAnswer answer)
    {
        if (answer.Number("errcode") is { } code)
            return answer.Status == HttpStatusCode.OK ? Interpret(code, answer.Text("errmsg") ?? "") : null;

        // DingTalk's gateway refuses a caller that is too fast before the robot is asked, and in a form of its own.
        return answer.IsObject && (answer.Text("punish") == "deny" || answer.Number("status") == 1111)
            ? new SendResult.Throttled(QuotaDelay, new Phrase(
                "钉钉网关拒绝了调用（punish: deny），消息未发出，暂停十分钟",
                "DingTalk's gateway denied the call (punish: deny), nothing was sent; pausing for ten minutes"))
            : null;
    }

    private static SendResult Interpret(long code, string text) => code switch
    {
        0 => new SendResult.Sent(),
        -1 => new SendResult.RetryAfter(BusyDelay, Say(code, "钉钉系统繁忙，稍后重试", "DingTalk is busy; it will be tried again")),
        130101 or 410100 => new SendResult.Throttled(QuotaDelay, Say(
            code,
            "超过每个机器人每分钟 20 条的频率限制，钉钉限流十分钟；请确认没有别的程序在用同一个机器人",
            "Over 20 messages a minute for the robot, which DingTalk throttles for ten minutes; make sure that no other program uses the same robot")),
        310000 => Security(code, text),
        400013 => new SendResult.Blocked(Say(
            code,
            "群已解散或机器人已被移出群，请重新添加机器人并更新 AccessToken",
            "The group is gone or the robot was removed from it; add the robot again and update its AccessToken")),
        400102 => new SendResult.Blocked(Say(code, "机器人已停用，请在群设置里启用它", "The robot is disabled; enable it in the group's settings")),
        _ => Refuse(code),
    };

    // One code for all safety settings; only the text tells them apart, in two wordings so far.
    private static SendResult Security(long code, string text) => text switch
    {
        _ when Has(text, "keyword", "关键词") => new SendResult.Rejected(
            Say(
                code,
                "消息里没有机器人的关键词，请把安全设置里的关键词填进 Keywords，并写进模板",
                "The message holds none of the robot's keywords; give those of its security settings in Keywords and put one into the template"),
            nameof(DingTalkRobot.Keywords)),
        _ when Has(text, "timestamp", "时间戳") => new SendResult.Rejected(
            Say(code, "签名的时间与钉钉相差超过一小时，请校准本机时钟", "The signature's time is more than an hour from DingTalk's; set this machine's clock"),
            nameof(DingTalkRobot.Secret)),
        _ when Has(text, "sign", "签名") => new SendResult.Rejected(
            Say(code, "签名不对，请检查机器人的加签密钥 Secret", "The signature is wrong; check the robot's Secret"), nameof(DingTalkRobot.Secret)),
        _ when Has(text, "whitelist", "白名单", "ip ") => new SendResult.Blocked(Say(
            code,
            "本机 IP 不在机器人的 IP 地址段内，请在机器人的安全设置里加上它",
            "This machine's IP address is not among those of the robot; add it to the robot's security settings")),
        _ => new SendResult.Rejected(Say(
            code,
            "没有通过机器人的安全设置，请检查关键词、加签和 IP 地址段",
            "The robot's security settings refuse the message; check keywords, signing and IP addresses")),
    };

    private static SendResult.Rejected Refuse(long code) => code switch
    {
        300001 or 300005 or 400101 => new(
            Say(code, "机器人的 AccessToken 无效，请从群里的机器人设置重新复制", "The robot's AccessToken is invalid; copy it again from the robot's settings"),
            nameof(DingTalkRobot.AccessToken)),
        400105 => new(Say(code, "消息类型不被接受", "The message type is not accepted")),
        430101 => new(Say(code, "消息里的链接被钉钉判为不安全，请更换链接", "DingTalk takes a link of the message for unsafe; use another")),
        460101 => new(Say(code, "消息过长，请缩短模板", "The message is too long; shorten the template")),
        _ => new(Say(code, "钉钉拒绝了消息，错误码的含义见 open.dingtalk.com", "DingTalk refused the message; open.dingtalk.com explains the code")),
    };

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Phrase Say(long code, string zh, string en) => new($"{zh}（errcode {code}）", $"{en} (errcode {code})");
}
