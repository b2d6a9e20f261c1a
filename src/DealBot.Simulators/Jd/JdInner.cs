using System.Text.Json.Nodes;

namespace DealBot.Simulators.Jd;

/// <summary>The inner object of an answer, before it becomes a text within the envelope.</summary>
internal static class JdInner
{
    public static JsonObject Ok(JsonNode data) => new() { ["code"] = 200, ["data"] = data, ["message"] = "success" };

    public static JsonObject Refused(int code, string message) => new() { ["code"] = code, ["message"] = message };
}
