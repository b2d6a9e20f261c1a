using System.Text.Json.Nodes;

namespace DealBot.Simulators.Taobao;

/// <summary>A refusal, by the gateway or behind it, as TOP words it.</summary>
internal sealed class TaobaoRefusedException(int code, string message, string? subCode = null, string? subMessage = null) : Exception(message)
{
    public static TaobaoRefusedException CallLimited() =>
        new(7, "App Call Limited", "accesscontrol.limited-by-api-access-count", "This ban will last for 1 more seconds");

    public static TaobaoRefusedException NoPackage() =>
        new(11, "Insufficient isv permissions", "isv.permission-api-package-limit", "scope ids is 381 11653 11655");

    public static TaobaoRefusedException BadParameter(string words) => new(15, "Remote service error", "isv.invalid-parameter", words);

    public static TaobaoRefusedException NothingFound() => new(15, "Remote service error", "50001", "无结果");

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject { ["code"] = code, ["msg"] = Message, ["request_id"] = requestId };
        if (subCode is not null)
            error["sub_code"] = subCode;
        if (subMessage is not null)
            error["sub_msg"] = subMessage;
        return new JsonObject { ["error_response"] = error };
    }
}
