namespace DealBot.Simulators.DingTalk;

/// <summary>What becomes of one call.</summary>
/// <param name="Code">The code; null for the gateway's refusal, which has none.</param>
/// <param name="Text">What is said of it.</param>
internal sealed record DingTalkVerdict(int? Code, string Text)
{
    public static readonly DingTalkVerdict Ok = new(0, "ok");
    public static readonly DingTalkVerdict NoSuchToken = new(300001, "token is not exist");
    public static readonly DingTalkVerdict TooFast = new(130101, "send too fast, exceed 20 times per minute");
    public static readonly DingTalkVerdict Denied = new(null, "");
    public static readonly DingTalkVerdict WrongSign = new(310000, "sign not match");
    public static readonly DingTalkVerdict WrongTime = new(310000, "invalid timestamp");
    public static readonly DingTalkVerdict NoKeyword = new(310000, "description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词，并在发送的信息中包含此关键词;");
    public static readonly DingTalkVerdict WrongType = new(400105, "unsupported msgtype");

    // The text is documented by those who met it; the code is recalled, and nothing may depend on it.
    public static readonly DingTalkVerdict TooLong = new(460101, "message too long, exceed 20000 bytes");

    /// <summary>A refusal with a code whatever the message holds.</summary>
    public static DingTalkVerdict Of(int code) => new(code, code switch
    {
        -1 => "system busy",
        130101 => TooFast.Text,
        300001 => NoSuchToken.Text,
        400102 => "robot is disabled",
        _ => "request refused",
    });
}
