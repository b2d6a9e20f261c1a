using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>Checks a call as the gateway does, lets the method answer, and wraps the answer in the envelope.</summary>
internal sealed class JdGateway(
    JdSimulatorOptions options, IReadOnlyDictionary<string, Func<JdCall, JsonObject>> methods, NetworkFaults faults)
{
    private const string BusinessParameter = "360buy_param_json";

    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(6);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JdSimAccount> _accounts = options.Accounts.ToDictionary(account => account.AppKey);
    private readonly ConcurrentDictionary<string, CallRate> _limits = new();
    private int _requests;

    public string Answer(IReadOnlyDictionary<string, string> parameters, Uri address)
    {
        var now = options.Clock.GetUtcNow();
        var method = parameters.GetValueOrDefault("method");
        if (faults.Take(NetworkFault.AppCallLimited, method))
            return JdGatewayError.CallLimited.ToJson().ToJsonString(Plain);

        if (Verify(parameters, now) is { } error)
            return error.ToJson().ToJsonString(Plain);

        var account = _accounts[parameters["app_key"]];
        var call = new JdCall(account, method!, parameters.GetValueOrDefault(BusinessParameter), now, address);
        return Wrap(method!, Run(call));
    }

    private JdGatewayError? Verify(IReadOnlyDictionary<string, string> parameters, DateTimeOffset now)
    {
        string? Sent(string name) => parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

        if (Sent("method") is not { } method)
            return JdGatewayError.MissingMethod;

        if (Sent("app_key") is not { } key || !_accounts.TryGetValue(key, out var account))
            return JdGatewayError.InvalidKey(Sent("app_key"));

        if (Sent("v") is not { } version)
            return JdGatewayError.MissingVersion;

        if (version != "1.0")
            return JdGatewayError.UnsupportedVersion;

        if (Sent("timestamp") is not { } timestamp)
            return JdGatewayError.MissingTimestamp;

        if (!Beijing.TryRead(timestamp, out var sentAt) || (sentAt - now).Duration() > MaxSkew)
            return JdGatewayError.InvalidTimestamp;

        if (Sent("sign") is null)
            return JdGatewayError.MissingSignature;

        if (!Md5Signature.Fits(parameters, account.AppSecret))
            return JdGatewayError.InvalidSignature;

        return methods.ContainsKey(method) ? null : JdGatewayError.InvalidMethod;
    }

    private JsonObject Run(JdCall call)
    {
        var limit = _limits.GetOrAdd(call.Account.AppKey, _ => new CallRate(options.RequestsPerSecond));
        var inner = !limit.Admits(call.Now) || faults.Take(NetworkFault.TooFrequent, call.Method)
            ? JdInner.Refused(429, "接口调用超频，请降低接口调用频次")
            : methods[call.Method](call);
        inner["requestId"] = string.Create(
            CultureInfo.InvariantCulture, $"o_{call.Account.UnionId:x}_{call.Now.ToUnixTimeSeconds():x}_{Interlocked.Increment(ref _requests)}");
        return inner;
    }

    private string Wrap(string method, JsonObject inner)
    {
        if (faults.Take(NetworkFault.MissingOptionalFields, method))
            JdDeformation.DropOptionalFields(inner);
        if (faults.Take(NetworkFault.NumbersAsStrings, method) && inner.TryGetPropertyValue("data", out var data))
            inner["data"] = SpoiltNumbers.Quote(data);

        if (inner["data"] is JsonArray { Count: > 0 } rows && faults.Take(NetworkFault.BrokenRow, method))
            JdDeformation.Break((JsonObject)rows[0]!);

        var result = faults.Take(NetworkFault.EmptyResult, method) ? "" : inner.ToJsonString(Plain);
        var envelope = new JsonObject
        {
            [method.Replace('.', '_') + "_responce"] = new JsonObject { ["code"] = "0", [ResultName(method)] = result },
        };
        return envelope.ToJsonString(Plain);
    }

    private static string ResultName(string method) => method[(method.LastIndexOf('.') + 1)..] + "Result";
}
