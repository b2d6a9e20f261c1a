using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>One call: a method and its parameters. A null or empty parameter is not sent.</summary>
internal sealed class TaobaoRequest(string method, params IEnumerable<(string Name, string? Value)> parameters)
{
    public string Method { get; } = method;

    /// <summary>The form as of a moment. A retry asks again, because TOP refuses time stamps older than ten minutes.</summary>
    public IReadOnlyDictionary<string, string> Sign(TaobaoAccount account, TaobaoSignMethod signMethod, DateTimeOffset now)
    {
        var fields = new Dictionary<string, string>
        {
            ["method"] = Method,
            ["app_key"] = account.AppKey,
            ["timestamp"] = BeijingTime.Write(now),
            ["format"] = "json",
            ["v"] = "2.0",
            ["sign_method"] = TaobaoSignature.NameOf(signMethod),
        };
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                fields[name] = value;
            }
        }

        fields[WireSignature.Field] = TaobaoSignature.Sign(fields, account.AppSecret, signMethod);
        return fields;
    }
}
