using System.Net;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Feishu;

/// <summary>What each <c>code</c> means for a message. A code other than 0 says that Feishu did not take it.</summary>
internal static class FeishuErrors
{
    private static readonly TimeSpan QuotaDelay = TimeSpan.FromSeconds(60);

    /// <summary>What an answer says; null if it is not Feishu's.</summary>
    public static SendResult? Interpret(PlatformAnswer answer)
    {
        // Older bots answer with StatusCode alone. A refusal may come with status 400, as it does from Feishu's other interfaces.
        var code = answer.Number(PlatformAnswer.Member(answer.Json, "code") is null ? "StatusCode" : "code");
        return (answer.Status, code) switch
        {
            (HttpStatusCode.OK, { } known) => Interpret(known),
            (HttpStatusCode.BadRequest, { } known and not 0) => Interpret(known),
            _ => null,
        };
    }

    private static SendResult Interpret(long code) => code switch
    {
        0 => new SendResult.Sent(),
        11232 => new SendResult.Throttled(QuotaDelay, Say(
            code,
            "超过频率限制（每个机器人每秒 5 条、每分钟 100 条；整点和半点飞书整体繁忙），暂停一分钟；定时推送请避开整点半点",
            "Over the limit (5 messages a second and 100 a minute for a robot; on the hour and half hour Feishu is busy as a whole), pausing for a minute; schedule posts beside the full and half hours")),
        19022 => new SendResult.Blocked(Say(
            code,
            "本机 IP 不在机器人的白名单，请在机器人的安全设置里加上它",
            "This machine's IP address is not on the robot's list; add it to the robot's security settings")),
        19001 => new SendResult.Rejected(
            Say(
                code,
                "机器人的 Token 无效或机器人已被移出群，请从群里的机器人设置重新复制",
                "The robot's Token is invalid or the robot was removed from the group; copy it again from the robot's settings"),
            nameof(FeishuRobot.Token)),
        19021 => new SendResult.Rejected(
            Say(
                code,
                "签名不对，或签名的时间与飞书相差超过一小时，请检查机器人的签名密钥 Secret 和本机时钟",
                "The signature is wrong, or its time is more than an hour from Feishu's; check the robot's Secret and this machine's clock"),
            nameof(FeishuRobot.Secret)),
        19024 => new SendResult.Rejected(
            Say(
                code,
                "消息里没有机器人的关键词，请把安全设置里的关键词填进 Keywords，并写进模板",
                "The message holds none of the robot's keywords; give those of its security settings in Keywords and put one into the template"),
            nameof(FeishuRobot.Keywords)),
        9499 or 19002 => new SendResult.Rejected(Say(
            code, "飞书不接受消息的格式或大小（上限 20 KB），请检查模板", "Feishu does not accept the message's form or size (at most 20 KB); check the template")),
        _ => new SendResult.Rejected(Say(code, "飞书拒绝了消息，错误码的含义见 open.feishu.cn", "Feishu refused the message; open.feishu.cn explains the code")),
    };

    private static Phrase Say(long code, string zh, string en) => new($"{zh}（code {code}）", $"{en} (code {code})");
}
