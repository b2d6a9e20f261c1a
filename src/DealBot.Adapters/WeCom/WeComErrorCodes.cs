using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>What each <c>errcode</c> means for a message. A code other than 0 says that WeCom did not take it.</summary>
internal static class WeComErrorCodes
{
    /// <summary>What WeCom counts messages in: the robot is left alone for it.</summary>
    public static readonly TimeSpan QuotaDelay = TimeSpan.FromSeconds(60);

    /// <summary>The code for a key that WeCom does not know.</summary>
    public const int UnknownKey = 93000;

    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(10);

    /// <summary>The outcome.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">
    /// WeCom's words, which may change and decide nothing but this: some were told 93000 of a message that was too long, and its robot is not to be
    /// stopped for that.
    /// </param>
    public static SendResult Interpret(long code, string? text) => code switch
    {
        0 => new SendResult.Sent(),
        UnknownKey when text?.Contains("exceed max length", StringComparison.OrdinalIgnoreCase) == true => TooLong(code),
        -1 => new SendResult.RetryAfter(BusyDelay, Say(code, "企业微信系统繁忙，稍后重试", "WeCom is busy; it will be tried again")),
        45033 => new SendResult.RetryAfter(BusyDelay, Say(code, "并发调用过多，稍后重试", "Too many calls at once; it will be tried again")),
        45009 => new SendResult.Throttled(QuotaDelay, Say(
            code,
            "超过每个机器人每分钟 20 条的频率限制，暂停一分钟；请确认没有别的程序在用同一个机器人",
            "Over 20 messages a minute for the robot, pausing for a minute; make sure that no other program uses the same robot")),
        UnknownKey => new SendResult.Blocked(Say(
            code,
            "机器人 key 无效或机器人已被移出群，请在群里重新添加机器人并更新 Key",
            "The robot's key is invalid or the robot was removed from the group; add the robot to the group again and update its Key")),
        48002 => new SendResult.Blocked(Say(
            code,
            "接口被禁止，请企业管理员在管理后台允许群机器人（消息推送）",
            "The interface is forbidden; ask the company's administrator to allow group robots")),
        60020 => new SendResult.Blocked(Say(
            code,
            "本机 IP 不在白名单，请在企业微信后台把它加入可信 IP",
            "This machine's IP address is not allowed; add it to the trusted addresses in WeCom's console")),
        _ => Refuse(code),
    };

    private static SendResult.Rejected Refuse(long code) => code switch
    {
        40001 or 40014 or 42001 => new(
            Say(code, "企业微信不接受这个凭证，请检查机器人的 Key", "WeCom does not accept the credential; check the robot's Key"),
            nameof(WeComRobot.Key)),
        40007 or 41006 => new(Say(code, "素材 media_id 无效或缺失", "The media_id is invalid or missing")),
        40008 => new(Say(code, "消息类型或 JSON 格式不被接受", "The message type or the JSON is not accepted")),
        40009 => new(Say(code, "图片大小不合法，上限 2 MB，仅限 JPG、PNG", "The picture's size is refused; at most 2 MB, JPG or PNG")),
        40033 => new(Say(code, "消息含有不合法的字符，请检查模板", "The message has characters that WeCom refuses; check the template")),
        40058 or 40063 => new(Say(code, "参数不合法或为空，请检查模板", "A parameter is invalid or empty; check the template")),
        44004 => new(Say(code, "消息内容为空，请检查模板", "The message is empty; check the template")),
        45002 or 301024 => TooLong(code),
        45008 => new(Say(code, "图文条数不合法，应为 1 到 8 条", "The number of articles is refused; 1 to 8 are allowed")),
        45034 => new(Say(code, "链接缺少 https:// 或 http://，请检查模板", "A link lacks https:// or http://; check the template")),
        81017 or 84061 or 84074 or 86001 or 86003 => new(Say(
            code,
            "这是客户联系接口的错误码，请检查 BaseUrl 是否指向企业微信",
            "This code belongs to the customer interfaces; check that BaseUrl leads to WeCom")),
        _ => new(Say(
            code,
            $"企业微信拒绝了消息，说明见 https://open.work.weixin.qq.com/devtool/query?e={code}",
            $"WeCom refused the message, see https://open.work.weixin.qq.com/devtool/query?e={code}")),
    };

    private static SendResult.Rejected TooLong(long code) => new(Say(code, "消息过长，请缩短模板", "The message is too long; shorten the template"));

    private static Phrase Say(long code, string zh, string en) => new($"{zh}（errcode {code}）", $"{en} (errcode {code})");
}
