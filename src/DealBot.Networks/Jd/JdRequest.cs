using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>One call: a method and its business parameters, serialised once so that what is signed is what is sent.</summary>
internal sealed class JdRequest(string method, object parameters)
{
    public string Method { get; } = method;

    public string Parameters { get; } = WireJson.Write(parameters);

    /// <summary>The form as of a moment. A retry asks again, because JD refuses time stamps older than six minutes.</summary>
    public IReadOnlyDictionary<string, string> Sign(JdAccount account, DateTimeOffset now)
    {
        var fields = new Dictionary<string, string>
        {
            ["method"] = Method,
            ["app_key"] = account.AppKey,
            ["timestamp"] = BeijingTime.Write(now),
            ["format"] = "json",
            ["v"] = "1.0",
            ["sign_method"] = "md5",
            ["360buy_param_json"] = Parameters,
        };
        if (!string.IsNullOrEmpty(account.AccessToken))
        {
            fields["access_token"] = account.AccessToken;
        }

        fields[WireSignature.Field] = WireSignature.Sign(fields, account.AppSecret);
        return fields;
    }
}
