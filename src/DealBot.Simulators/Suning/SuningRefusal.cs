namespace DealBot.Simulators.Suning;

/// <summary>Why a call is not answered. A method throws it; the gateway writes it down.</summary>
/// <param name="code">The error_code.</param>
/// <param name="message">The error_msg.</param>
internal sealed class SuningRefusal(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static SuningRefusal NothingFound() => new("biz.handler.data-get:no-result", "没有查询到结果");

    public static SuningRefusal NotPermitted() => new("sys.check.api-permission:authority", "应用没有该API的权限");

    // The codes from here on are not documented; they follow the pattern of those that are.
    public static SuningRefusal WrongSignature() => new("sys.check.sign:invalid", "签名信息错误");

    public static SuningRefusal UnknownKey() => new("sys.check.app-key:inexistence", "appKey不存在");

    public static SuningRefusal WrongTime() => new("sys.check.request-time:overdue", "请求时间与服务器时间误差超过10分钟");

    public static SuningRefusal UnknownMethod() => new("sys.check.method-permission:authority", "没有该方法的权限");

    public static SuningRefusal TooOften() => new("sys.check.flow:overrun", "调用次数超限");

    public static SuningRefusal Malformed(string method, string parameter) => new($"biz.{method.Split('.')[^2]}.{parameter}-format:error", $"参数格式错误:{parameter}");
}
