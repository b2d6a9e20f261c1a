using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary>Checks a call as TOP does, lets the method answer, and wraps the answer in the envelope.</summary>
internal sealed class TaobaoGateway(
    TaobaoSimulatorOptions options, IReadOnlyDictionary<string, Func<TaobaoCall, JsonObject>> methods, NetworkFaults faults)
{
    private const string Prefix = "taobao.";

    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(10);
    private static readonly string[] SignMethods = ["md5", "hmac", "hmac-sha256"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, TaobaoSimAccount> _accounts = options.Accounts.ToDictionary(account => account.AppKey);
    private readonly ConcurrentDictionary<string, CallRate> _limits = new();
    private int _requests;

    public string Answer(IReadOnlyDictionary<string, string> parameters, Uri address)
    {
        var requestId = string.Create(CultureInfo.InvariantCulture, $"sim{Interlocked.Increment(ref _requests):x8}");
        try
        {
            return Run(parameters, address, requestId).ToJsonString(Plain);
        }
        catch (TaobaoRefusedException refusal)
        {
            return refusal.ToJson(requestId).ToJsonString(Plain);
        }
    }

    private JsonObject Run(IReadOnlyDictionary<string, string> parameters, Uri address, string requestId)
    {
        var now = options.Clock.GetUtcNow();
        var account = Verify(parameters, now);
        var method = parameters["method"];
        if (!_limits.GetOrAdd(account.AppKey, _ => new CallRate(options.RequestsPerSecond)).Admits(now)
            || faults.Take(NetworkFault.TooFrequent, method)
            || faults.Take(NetworkFault.AppCallLimited, method))
        {
            throw TaobaoRefusedException.CallLimited();
        }

        if (!account.HasPackage)
            throw TaobaoRefusedException.NoPackage();

        var response = Spoil(methods[method](new TaobaoCall(account, method, parameters, now, address)), method);
        response["request_id"] = requestId;
        return new JsonObject { [method[Prefix.Length..].Replace('.', '_') + "_response"] = response };
    }

    private TaobaoSimAccount Verify(IReadOnlyDictionary<string, string> parameters, DateTimeOffset now)
    {
        string? Sent(string name) => parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

        var method = Sent("method") ?? throw new TaobaoRefusedException(21, "Missing Method");
        if (!methods.ContainsKey(method))
            throw new TaobaoRefusedException(22, "Invalid Method");

        var key = Sent("app_key") ?? throw new TaobaoRefusedException(28, "Missing App Key");
        if (!_accounts.TryGetValue(key, out var account))
            throw new TaobaoRefusedException(29, "Invalid app Key", "isv.appkey-not-exists");

        if (Sent("format") is not "json")
            throw new TaobaoRefusedException(23, "Invalid Format");

        if ((Sent("v") ?? throw new TaobaoRefusedException(32, "Missing Version")) != "2.0")
            throw new TaobaoRefusedException(34, "Unsupported Version");

        var timestamp = Sent("timestamp") ?? throw new TaobaoRefusedException(30, "Missing Timestamp");
        if (!Beijing.TryRead(timestamp, out var sentAt) || (sentAt - now).Duration() > MaxSkew)
            throw new TaobaoRefusedException(31, "Invalid Timestamp");

        if (Sent("sign") is null)
            throw new TaobaoRefusedException(24, "Missing Signature");

        return SignMethods.Contains(Sent("sign_method")) && TaobaoSignature.Fits(parameters, account.AppSecret)
            ? account
            : throw new TaobaoRefusedException(25, "Invalid signature");
    }

    private JsonObject Spoil(JsonObject response, string method)
    {
        if (faults.Take(NetworkFault.EmptyResult, method))
            return [];

        if (faults.Take(NetworkFault.MissingOptionalFields, method))
            TaobaoDeformation.DropOptionalFields(TaobaoDeformation.RowsOf(response));
        if (TaobaoDeformation.RowsOf(response) is { Count: > 0 } rows && rows[0]!["trade_id"] is not null && faults.Take(NetworkFault.BrokenRow, method))
            TaobaoDeformation.Break((JsonObject)rows[0]!);
        return faults.Take(NetworkFault.NumbersAsStrings, method) ? (JsonObject)SpoiltNumbers.Quote(response)! : response;
    }
}
