using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>Checks a call as the gateway does, lets the method answer, and writes the answer.</summary>
internal sealed class PddGateway(PddSimulatorOptions options, IReadOnlyDictionary<string, Func<PddCall, PddAnswer>> methods, NetworkFaults faults)
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, PddSimAccount> _accounts = options.Accounts.ToDictionary(account => account.ClientId);
    private readonly ConcurrentDictionary<string, CallRate> _limits = new();
    private long _requests;

    public string Answer(PddParameters parameters, Uri address)
    {
        var now = options.Clock.GetUtcNow();
        var method = parameters.Text("type") ?? "";
        var answer = Verify(parameters, now, out var account) ?? Limit(account!, method, now) ?? methods[method](new PddCall(account!, method, parameters, now, address));
        return Write(answer, method, now);
    }

    private PddAnswer? Verify(PddParameters parameters, DateTimeOffset now, out PddSimAccount? account)
    {
        account = null;
        if (parameters.Text("type") is not { } method)
            return PddAnswer.Refused(10001, "公共参数错误:type");

        if (parameters.Text("client_id") is not { } client || !_accounts.TryGetValue(client, out account))
            return PddAnswer.Refused(10016, "client下线或者clientId不正确");

        if (parameters.Number("timestamp") is not { } seconds || Math.Abs(seconds - now.ToUnixTimeSeconds()) > (long)MaxSkew.TotalSeconds)
            return PddAnswer.Refused(10001, "公共参数错误:timestamp");

        if (parameters.Text("data_type") is not (null or "JSON"))
            return PddAnswer.Refused(10001, "公共参数错误:data_type");

        if (!Md5Signature.Fits(parameters.Sent, account.ClientSecret))
            return PddAnswer.Refused(20004, "签名sign校验失败");

        if (!methods.ContainsKey(method))
            return PddAnswer.Refused(10017, "type不正确");

        if (!account.IsWhiteListed)
            return PddAnswer.Refused(20005, "ip无权访问接口，请加入ip白名单");

        return account.IsGranted ? null : PddAnswer.Refused(20031, "用户没有授权访问此接口");
    }

    private PddAnswer? Limit(PddSimAccount account, string method, DateTimeOffset now)
    {
        if (faults.Take(NetworkFault.AppCallLimited, method))
            return PddAnswer.Refused(70031, "调用过于频繁，请调整调用频率");

        var limit = _limits.GetOrAdd(account.ClientId, _ => new CallRate(options.RequestsPerSecond));
        return !limit.Admits(now) || faults.Take(NetworkFault.TooFrequent, method) ? PddAnswer.Refused(52101, "当前接口被限流，请稍后重试") : null;
    }

    private string Write(PddAnswer answer, string method, DateTimeOffset now)
    {
        var body = answer.Body;
        if (faults.Take(NetworkFault.MissingOptionalFields, method))
            PddDeformation.DropOptionalFields(body);
        if (body["order_list"] is JsonArray { Count: > 0 } rows && faults.Take(NetworkFault.BrokenRow, method))
            PddDeformation.Break((JsonObject)rows[0]!);

        body["request_id"] = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}{Interlocked.Increment(ref _requests):D7}");
        JsonNode? written = faults.Take(NetworkFault.EmptyResult, method) ? new JsonObject()
            : faults.Take(NetworkFault.NumbersAsStrings, method) ? SpoiltNumbers.Quote(body)
            : body;
        return new JsonObject { [answer.Name] = written }.ToJsonString(Plain);
    }
}
