namespace DealBot.Simulators.Vip;

/// <summary>Why a call is not answered. A method throws it; the gateway writes it down.</summary>
/// <param name="code">The returnCode.</param>
/// <param name="message">The returnMessage.</param>
internal sealed class VipRefusal(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static VipRefusal UnknownKey() => new("vipapis.appkey-not-exist", "发起请求的APPKEY 不存在");

    public static VipRefusal Missing(string what) => new("vipapis.miss-parameter", $"缺少参数:{what}");

    public static VipRefusal Mismatch(string what) => new("vipapis.parameter-notmatch", $"参数不匹配:{what}");

    public static VipRefusal TooMuch() => new("vipapis.request-data-max", "请求数据过大，请核实");

    public static VipRefusal WrongSignature() => new("vipapis.sign-not-match", "签名不匹配错误");

    public static VipRefusal NoSuchPath() => new("vipapis.path.Error", "请求路径异常");

    public static VipRefusal NotAuthorised() => new("vipapis.oauth-invalidate-failure", "oauth验证失败");

    public static VipRefusal NotPermitted() => new("vipapis.api-invalidate-permission", "发起请求的APPKEY 无此方法访问权限");

    public static VipRefusal TooOften() => new("vipapis.app-flow-overrun", "应用日流量超限");

    // What the service behind the gateway says is not documented; only the beginning of its codes is known.
    public static VipRefusal UnknownPosition(string chanTag) => new("CALLEE_USER_CHANTAG_INVALID", $"推广位PID不存在:{chanTag}");
}
