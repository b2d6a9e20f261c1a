using System.Net;
using System.Text.RegularExpressions;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>
/// What an answer of a bridge means for a message. The standard and NapCat, which departs from it, are told apart by the answers themselves:
/// a code of one that means something else with the other is read together with its text.
/// </summary>
internal static partial class OneBotReply
{
    /// <summary>What the bridge is called.</summary>
    public static readonly PlatformName Bridge = new("OneBot", "the bridge", nameof(OneBotBot.Url));

    /// <summary>How long an account is quiet after the first sign of risk control.</summary>
    public static readonly TimeSpan RiskPause = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan UploadDelay = TimeSpan.FromSeconds(30);

    private const int LongestText = 400;

    /// <summary>The outcome; null if the answer is not a bridge's.</summary>
    public static SendResult? Interpret(PlatformAnswer answer, string action) => (int)answer.Status switch
    {
        200 => OfCode(answer, action),
        401 or 403 => BadToken(),
        404 => NoSuchAction(action),
        426 => new SendResult.Rejected(Bridge.Say(
            "这是 WebSocket 端口，请把 Url 改为 ws:// 开头", "This is the WebSocket port; let Url begin with ws://"), nameof(OneBotBot.Url)),
        400 or 406 => Refused(answer),
        _ => null,
    };

    /// <summary>Whether a question was answered, and with what.</summary>
    public static bool IsOk(PlatformAnswer answer) => answer.Status == HttpStatusCode.OK && answer.Number("retcode") == 0 && answer.Text("status") != "failed";

    private static SendResult? OfCode(PlatformAnswer answer, string action) => (answer.Text("status"), answer.Number("retcode")) switch
    {
        (null, _) or (_, null) => null,
        ("ok", 0) => new SendResult.Sent(MessageIdOf(answer)),
        // Taken into the bridge's queue, which tells nothing more. To call it unknown would stop the account for working as it is set up.
        ("async", 0 or 1) => new SendResult.Sent(),
        (not "failed", 0 or 1) => null,
        (_, 1401 or 1403) => BadToken(),
        (_, 1404) => NoSuchAction(action),
        _ => OfText(answer, action),
    };

    private static SendResult OfText(PlatformAnswer answer, string action) => TextOf(answer) switch
    {
        // First: that text may also name a result.
        var text when Timeout().IsMatch(text) => new SendResult.Unknown(
            new Phrase(
                "发送超时，消息可能已送达，请在群里确认：QQ 风控常以这种方式出现，账号先停半小时；请用手机登录这个号看看能不能正常发言",
                "Sending timed out and the message may have arrived, look into the group: risk control of QQ often shows so, and the account pauses for half an hour; log in with a phone and see whether it can still write"),
            RiskPause),
        var text when Muted().IsMatch(text) => new SendResult.Blocked(new Phrase(
            "机器人在这个群被禁言，或全员禁言，请群管理员解除", "The bot is muted in this group, or everybody is; ask its administrators"))
        { OnlyThisAddress = true },
        var text when NotMember().IsMatch(text) => new SendResult.Rejected(
            new Phrase("机器人不在这个群里，请检查 GroupId，或把它拉回群", "The bot is not in this group; check GroupId or invite it again"), nameof(OneBotGroup.GroupId))
        { OnlyThisAddress = true },
        var text when RiskControl().IsMatch(text) => new SendResult.Blocked(new Phrase(
            $"QQ 拒绝发送，账号可能被风控或在群里被禁言，请停一停并用手机登录看看：{text}",
            $"QQ refuses to send; the account may be under risk control or muted in the group, leave it alone and look with a phone: {text}")),
        var text when UploadFailed().IsMatch(text) => new SendResult.RetryAfter(UploadDelay, new Phrase(
            "图片没有传上去，消息未发出，稍后重试", "The picture could not be uploaded, nothing was sent; it will be tried again")),
        var text when UnknownAction().IsMatch(text) => NoSuchAction(action),
        _ => Refused(answer),
    };

    private static SendResult.Rejected BadToken() => new(
        new Phrase("OneBot 不接受这个令牌，请检查 AccessToken", "The bridge does not accept the token; check AccessToken"), nameof(OneBotBot.AccessToken));

    private static SendResult.Rejected NoSuchAction(string action) => action == OneBotCall.ForwardAction
        ? new SendResult.Rejected(
            new Phrase("这个 OneBot 实现不支持合并转发，请去掉群的 Forward", "This bridge does not know forwarded messages; take Forward from the group"),
            nameof(OneBotGroup.Forward))
        { OnlyThisAddress = true }
        : new SendResult.Rejected(
            new Phrase($"OneBot 没有 {action} 这个接口，请检查 Url", $"The bridge has no action {action}; check Url"), nameof(OneBotBot.Url));

    private static SendResult.Rejected Refused(PlatformAnswer answer)
    {
        var (code, text) = (answer.Number("retcode") ?? (int)answer.Status, TextOf(answer));
        return new SendResult.Rejected(new Phrase($"OneBot 拒绝了消息（retcode {code}）：{text}", $"The bridge refused the message (retcode {code}): {text}"));
    }

    private static string? MessageIdOf(PlatformAnswer answer)
    {
        var data = PlatformAnswer.Member(answer.Json, "data") ?? default;
        return PlatformAnswer.Number(data, "message_id") is { } id ? $"{id}" : PlatformAnswer.Text(data, "message_id");
    }

    private static string TextOf(PlatformAnswer answer)
    {
        var texts = new[] { answer.Text("msg"), answer.Text("message"), answer.Text("wording") }.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct();
        return Utf16Text.Cut(WhiteSpace().Replace(string.Join(' ', texts), " ").Trim(), LongestText);
    }

    [GeneratedRegex("time(d)? ?out|超时|\"result\": ?0\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Timeout();

    // 120 and 110 are QQ's own codes, which bridges pass on in their text.
    [GeneratedRegex("\"result\": ?120\\b|禁言|\\bmuted?\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Muted();

    [GeneratedRegex("\"result\": ?110\\b|移出|不在群|群.{0,16}不存在|GROUP_NOT_FOUND|not (a member|in) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotMember();

    [GeneratedRegex("风控|SEND_MSG_API_ERROR|risk control", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RiskControl();

    [GeneratedRegex("rich media transfer failed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UploadFailed();

    [GeneratedRegex("不支持的 ?api|unsupported (api|action)|API_NOT_FOUND", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnknownAction();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
