using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>Checks a call as the gateway does, lets the method answer, and wraps the answer in the envelope.</summary>
internal sealed class VipGateway(VipSimulatorOptions options, IReadOnlyDictionary<string, Func<VipCall, JsonNode?>> methods, NetworkFaults faults)
{
    private const string Package = "com.vip.adp.api.open.service.";
    private const string Oauth = "WithOauth";

    // Not documented; the same as the neighbours'.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, VipSimAccount> _accounts = options.Accounts.ToDictionary(account => account.AppKey);
    private readonly ConcurrentDictionary<string, CallRate> _rates = new();

    /// <summary>The method without WithOauth; empty if the call names none.</summary>
    public static string MethodOf(IReadOnlyDictionary<string, string> query)
    {
        var method = query.GetValueOrDefault("method") ?? "";
        return method.EndsWith(Oauth, StringComparison.Ordinal) ? method[..^Oauth.Length] : method;
    }

    public string Answer(IReadOnlyDictionary<string, string> query, string body, Uri address)
    {
        var method = MethodOf(query);
        JsonObject answer;
        try
        {
            answer = new JsonObject { ["returnCode"] = "0", ["result"] = Run(query, body, method, address) };
        }
        catch (VipRefusal refusal)
        {
            answer = new JsonObject { ["returnCode"] = refusal.Code, ["returnMessage"] = refusal.Message };
        }

        if (faults.Take(NetworkFault.EmptyResult, method))
            answer.Remove("result");
        return answer.ToJsonString(Plain);
    }

    private JsonNode? Run(IReadOnlyDictionary<string, string> query, string body, string method, Uri address)
    {
        if (faults.Take(NetworkFault.AppCallLimited, method) || faults.Take(NetworkFault.TooFrequent, method))
            throw VipRefusal.TooOften();

        var now = options.Clock.GetUtcNow();
        var account = Admit(query, body, now);
        var run = Find(query, account);
        if (!_rates.GetOrAdd(account.AppKey, _ => new CallRate(options.RequestsPerSecond)).Admits(now))
            throw VipRefusal.TooOften();

        return Spoil(run(new VipCall(account, method, body, now, address)), method);
    }

    private VipSimAccount Admit(IReadOnlyDictionary<string, string> query, string body, DateTimeOffset now)
    {
        string Sent(string name) => query.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw VipRefusal.Missing(name);

        if (!_accounts.TryGetValue(Sent("appKey"), out var account))
            throw VipRefusal.UnknownKey();

        foreach (var name in new[] { "service", "method", "version", "format", "sign" })
            Sent(name);

        if (!long.TryParse(Sent("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || (DateTimeOffset.FromUnixTimeSeconds(seconds) - now).Duration() > MaxSkew)
            throw VipRefusal.Mismatch("timestamp");

        return VipSignature.Fits(query, body, account.AppSecret) ? account : throw VipRefusal.WrongSignature();
    }

    private Func<VipCall, JsonNode?> Find(IReadOnlyDictionary<string, string> query, VipSimAccount account)
    {
        var (service, method) = (query["service"], query["method"]);
        if (!service.StartsWith(Package, StringComparison.Ordinal)
            || !methods.TryGetValue($"{service[Package.Length..]}.{MethodOf(query)}", out var run))
            throw VipRefusal.NoSuchPath();

        if (query["version"] != "2.0.0")
            throw VipRefusal.Mismatch("version");

        var withToken = method.EndsWith(Oauth, StringComparison.Ordinal);
        if (!account.MayCallUnion || withToken != account.AccessToken is not null)
            throw VipRefusal.NotPermitted();

        return !withToken || query.GetValueOrDefault("accessToken") == account.AccessToken ? run : throw VipRefusal.NotAuthorised();
    }

    private JsonNode? Spoil(JsonNode? result, string method)
    {
        if (VipDeformation.RowsOf(result) is { Count: > 0 } rows)
        {
            if (faults.Take(NetworkFault.MissingOptionalFields, method))
                VipDeformation.DropOptionalFields(rows);
            if (faults.Take(NetworkFault.BrokenRow, method))
                VipDeformation.Break((JsonObject)rows[0]!);
        }

        return faults.Take(NetworkFault.NumbersAsStrings, method) ? SpoiltNumbers.Quote(result) : result;
    }
}
