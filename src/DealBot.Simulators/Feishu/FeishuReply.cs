using System.Text.Json;
using DealBot.Simulators.Chat;

namespace DealBot.Simulators.Feishu;

/// <summary>Feishu's answers.</summary>
internal static class FeishuReply
{
    public static readonly ChatAnswer Sent = Json(new { StatusCode = 0, StatusMessage = "success", code = 0, data = new { }, msg = "success" });

    /// <summary>The refusal of a message: HTTP 200.</summary>
    public static ChatAnswer Refused(int code) => Json(new { code, msg = Meaning(code), data = new { } });

    /// <summary>The refusal of any other call: HTTP 400, the code within.</summary>
    public static ChatAnswer BadCall(int code) => Json(new { code, msg = Meaning(code) }) with { Status = 400 };

    public static ChatAnswer Json<T>(T body) => new(JsonSerializer.SerializeToUtf8Bytes(body));

    private static string Meaning(int code) => code switch
    {
        9499 => "Bad Request",
        11232 => "frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]",
        19001 => "param invalid: incoming webhook access token invalid",
        19002 => "param invalid: msg_type",
        19021 => "sign match fail or timestamp is not within one hour from current time",
        19022 => "Ip Not Allowed",
        19024 => "Key Words Not Found",
        99991663 => "Invalid access token for authorization. Please make a test attempt with the correct token",
        _ => "request refused",
    };
}
