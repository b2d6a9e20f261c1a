using System.Globalization;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>One call: an interface and its business parameters, serialised once so that what is signed is what is sent.</summary>
internal sealed class VipRequest(VipMethod method, object parameters)
{
    private const string Version = "2.0.0";

    public VipMethod Method { get; } = method;

    public string Body { get; } = WireJson.Write(parameters);

    /// <summary>The query as of a moment. A retry asks again, because gateways refuse old time stamps.</summary>
    public Dictionary<string, string> Sign(VipAccount account, DateTimeOffset now)
    {
        var hasToken = !string.IsNullOrEmpty(account.AccessToken);
        var query = new Dictionary<string, string>
        {
            ["appKey"] = account.AppKey,
            ["format"] = "JSON",
            ["language"] = "zh",
            ["method"] = hasToken ? Method.WithToken : Method.Name,
            ["service"] = Method.FullService,
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["version"] = Version,
        };
        if (hasToken)
        {
            query["accessToken"] = account.AccessToken!;
        }

        query[VipSignature.Field] = VipSignature.Sign(query, Body, account.AppSecret);
        return query;
    }
}
