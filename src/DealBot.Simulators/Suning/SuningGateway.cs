using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>Checks a call as the gateway does, lets the method answer, and wraps the answer in the envelope.</summary>
internal sealed class SuningGateway(
    SuningSimulatorOptions options, IReadOnlyDictionary<string, (string Business, Func<SuningCall, SuningAnswer> Run)> methods, NetworkFaults faults)
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, SuningSimAccount> _accounts = options.Accounts.ToDictionary(account => account.AppKey);
    private readonly ConcurrentDictionary<string, CallRate> _rates = new();

    public string Answer(string method, IReadOnlyDictionary<string, string> headers, byte[] body, Uri address)
    {
        JsonObject content;
        try
        {
            content = Write(method, Run(method, headers, body, address));
        }
        catch (SuningRefusal refusal)
        {
            content = new JsonObject { ["sn_error"] = new JsonObject { ["error_code"] = refusal.Code, ["error_msg"] = refusal.Message } };
        }

        if (faults.Take(NetworkFault.EmptyResult, method))
            content = new JsonObject { ["sn_head"] = new JsonObject() };
        return new JsonObject { ["sn_responseContent"] = content }.ToJsonString(Plain);
    }

    private SuningAnswer Run(string method, IReadOnlyDictionary<string, string> headers, byte[] body, Uri address)
    {
        if (faults.Take(NetworkFault.AppCallLimited, method) || faults.Take(NetworkFault.TooFrequent, method))
            throw SuningRefusal.TooOften();

        var now = options.Clock.GetUtcNow();
        var account = Admit(method, headers, body, now);
        if (!methods.TryGetValue(method, out var known))
            throw SuningRefusal.UnknownMethod();

        if (!account.MayCallUnion)
            throw SuningRefusal.NotPermitted();

        if (!_rates.GetOrAdd(account.AppKey, _ => new CallRate(options.RequestsPerSecond)).Admits(now))
            throw SuningRefusal.TooOften();

        var input = CallParameters.Open(Encoding.UTF8.GetString(body), "sn_request", "sn_body", known.Business) ?? throw SuningRefusal.Malformed(method, known.Business);
        return known.Run(new SuningCall(account, method, input, now, address));
    }

    private SuningSimAccount Admit(string method, IReadOnlyDictionary<string, string> headers, byte[] body, DateTimeOffset now)
    {
        if (headers.GetValueOrDefault("AppKey") is not { } key || !_accounts.TryGetValue(key, out var account))
            throw SuningRefusal.UnknownKey();

        if (!Beijing.TryRead(headers.GetValueOrDefault("AppRequestTime"), out var sentAt) || (sentAt - now).Duration() > MaxSkew)
            throw SuningRefusal.WrongTime();

        if (headers.GetValueOrDefault("AppMethod") != method || headers.GetValueOrDefault("VersionNo") != "v1.2")
            throw SuningRefusal.UnknownMethod();

        return SuningSignature.Fits(headers, body, account.AppSecret) ? account : throw SuningRefusal.WrongSignature();
    }

    private JsonObject Write(string method, SuningAnswer answer)
    {
        var body = answer.Body;
        if (SuningDeformation.RowsOf(body) is { Count: > 0 } rows)
        {
            if (faults.Take(NetworkFault.MissingOptionalFields, method))
                SuningDeformation.DropOptionalFields(rows);
            if (faults.Take(NetworkFault.BrokenRow, method))
                SuningDeformation.Break((JsonObject)rows[0]!);
        }

        var content = new JsonObject
        {
            ["sn_head"] = new JsonObject
            {
                ["pageNo"] = answer.Page,
                ["pageTotal"] = answer.Pages,
                ["totalSize"] = answer.Total,
                ["returnMessage"] = "biz.handler.data-get:success",
            },
            ["sn_body"] = new JsonObject { [methods[method].Business] = body },
        };
        return faults.Take(NetworkFault.NumbersAsStrings, method) ? (JsonObject)SpoiltNumbers.Quote(content)! : content;
    }
}
