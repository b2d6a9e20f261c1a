using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;

namespace DealBot.Simulators.OneBot;

/// <summary>The words in which a dialect tells how an action ended.</summary>
internal sealed class OneBotReplies(OneBotDialect dialect)
{
    private bool IsNapCat => dialect == OneBotDialect.NapCat;

    /// <summary>The answer to an HTTP request.</summary>
    public ChatAnswer Http(OneBotOutcome outcome) => outcome.Failure switch
    {
        OneBotFailure.BadToken or OneBotFailure.NoToken when IsNapCat => new(Bytes(new { message = "token verify failed!" }), 403),
        OneBotFailure.NoToken => new([], 401),
        OneBotFailure.BadToken => new([], 403),
        OneBotFailure.BadBody => new("Invalid JSON"u8.ToArray(), 400, "text/plain"),
        OneBotFailure.BadParameter when !IsNapCat => new(Frame(outcome, null, isSocket: false), 400),
        OneBotFailure.UnknownAction when !IsNapCat => new(Frame(outcome, null, isSocket: false), 404),
        _ => new ChatAnswer(Frame(outcome, null, isSocket: false)),
    };

    /// <summary>The answer on a WebSocket.</summary>
    public byte[] Socket(OneBotOutcome outcome, JsonElement? echo) => Frame(outcome, echo, isSocket: true);

    private byte[] Frame(OneBotOutcome outcome, JsonElement? echo, bool isSocket)
    {
        var status = outcome.Failure is null ? "ok" : "failed";
        var (code, text) = (CodeOf(outcome.Failure, isSocket), TextOf(outcome));
        return IsNapCat
            ? Bytes(new { status, retcode = code, data = outcome.Data, message = text, wording = text, echo, stream = "normal-action" })
            : Bytes(new { status, retcode = code, data = outcome.Data, msg = text, wording = text, echo });
    }

    private int CodeOf(OneBotFailure? failure, bool isSocket) => failure switch
    {
        null => 0,
        OneBotFailure.BadToken or OneBotFailure.NoToken => 1403,
        OneBotFailure.BadParameter or OneBotFailure.BadBody => isSocket ? 1400 : 400,
        OneBotFailure.UnknownAction => IsNapCat ? isSocket ? 1404 : 200 : 1404,
        _ => IsNapCat ? isSocket ? 1200 : 200 : 100,
    };

    private string TextOf(OneBotOutcome outcome) => outcome.Failure switch
    {
        null => "",
        OneBotFailure.BadToken or OneBotFailure.NoToken => "token验证失败",
        OneBotFailure.UnknownAction => IsNapCat ? "不支持的API" : "API_NOT_FOUND",
        OneBotFailure.NoSuchGroup => IsNapCat ? "群123456不存在" : "GROUP_NOT_FOUND",
        OneBotFailure.Timeout => $"Timeout: {Sending(0, "")}",
        OneBotFailure.Refused when IsNapCat =>
            $"EventChecker Failed: {Sending(outcome.Code, outcome.Code == OneBotCodes.NoUpload ? "rich media transfer failed" : "")}",
        OneBotFailure.Refused => "SEND_MSG_API_ERROR",
        _ => "BAD_ARGUMENT",
    };

    private static string Sending(int result, string text) =>
        "NTEvent serviceAndMethod:NodeIKernelMsgService/sendMsg ListenerName:NodeIKernelMsgListener/onMsgInfoListUpdate EventRet:\n"
        + $"{{\n    \"result\": {result},\n    \"errMsg\": \"{text}\"\n}}\n";

    private static byte[] Bytes<T>(T reply) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(reply));
}
