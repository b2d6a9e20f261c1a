using System.Text.Json.Nodes;

namespace DealBot.Simulators.Pdd;

/// <summary>What a call is answered: one member, whose name can't be told from the method.</summary>
/// <param name="Name">The member.</param>
/// <param name="Body">What it holds, but for the id of the request.</param>
internal sealed record PddAnswer(string Name, JsonObject Body)
{
    public static PddAnswer BadParameters(string what) => Refused(10000, $"参数错误:{what}");

    public static PddAnswer Refused(int code, string message, string subMessage = "") => new("error_response", new JsonObject
    {
        ["error_msg"] = message,
        ["sub_msg"] = subMessage,
        ["sub_code"] = null,
        ["error_code"] = code,
    });
}
