using System.Text.Json.Nodes;

namespace DealBot.Simulators.Jd;

/// <summary>A refusal before the business layer.</summary>
internal sealed record JdGatewayError(string Code, string Chinese, string English)
{
    public static readonly JdGatewayError CallLimited = new("2", "限制时间内调用失败次数", "App Call Limited");
    public static readonly JdGatewayError MissingVersion = new("4", "缺少版本参数", "Missing Version");
    public static readonly JdGatewayError UnsupportedVersion = new("5", "不支持的版本号", "Unsupported Version");
    public static readonly JdGatewayError MissingTimestamp = new("7", "缺少时间戳参数", "Missing Timestamp");
    public static readonly JdGatewayError InvalidTimestamp = new("8", "非法的时间戳参数", "Invalid Timestamp");
    public static readonly JdGatewayError MissingSignature = new("11", "缺少签名参数", "Missing Signature");
    public static readonly JdGatewayError InvalidSignature = new("12", "无效签名", "Invalid Signature");
    public static readonly JdGatewayError MissingMethod = new("14", "缺少方法名参数", "Missing Method");
    public static readonly JdGatewayError InvalidMethod = new("15", "不存在的方法名", "Invalid Method");

    public static JdGatewayError InvalidKey(string? key) => new("21", $"key={key} 信息无效", "Invalid app_key");

    public JsonObject ToJson() => new()
    {
        ["error_response"] = new JsonObject { ["code"] = Code, ["zh_desc"] = Chinese, ["en_desc"] = English },
    };
}
