using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Vip;

/// <summary>Calls the gateway as a promoter's program would, and signs by its own code.</summary>
internal sealed class VipWire(Uri gateway, TimeProvider clock, string appKey, string secret, string? token) : IDisposable
{
    private const string Package = "com.vip.adp.api.open.service.";

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    /// <summary>The system parameters of a call; changed ones are signed as changed, a null is left out.</summary>
    public SortedDictionary<string, string> Query(string service, string method, string body, params (string Name, string? Value)[] changes)
    {
        var query = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["appKey"] = appKey,
            ["format"] = "JSON",
            ["language"] = "zh",
            ["method"] = token is null ? method : $"{method}WithOauth",
            ["service"] = Package + service,
            ["timestamp"] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["version"] = "2.0.0",
        };
        if (token is not null)
            query["accessToken"] = token;
        foreach (var (name, value) in changes)
        {
            if (value is null)
                query.Remove(name);
            else
                query[name] = value;
        }

        var plain = string.Concat(query.Select(pair => pair.Key + pair.Value)) + body;
#pragma warning disable CA5351 // The protocol prescribes HMAC-MD5.
        query.TryAdd("sign", Convert.ToHexString(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(plain))));
#pragma warning restore CA5351
        return query;
    }

    public async Task<JsonObject> SendAsync(IReadOnlyDictionary<string, string> query, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var parameters = new FormUrlEncodedContent(query);
        using var response = await Http.PostAsync(new Uri(gateway, $"?{await parameters.ReadAsStringAsync()}"), content);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>The result of a call that went well.</summary>
    public async Task<JsonNode?> CallAsync(string service, string method, string body)
    {
        var answer = await SendAsync(Query(service, method, body), body);
        Assert.That(answer["returnCode"]!.GetValue<string>(), Is.EqualTo("0"), answer.ToString());
        return answer["result"];
    }

    /// <summary>The code of a call that was refused.</summary>
    public async Task<string> RefusalAsync(string service, string method, string body, params (string Name, string? Value)[] changes)
    {
        var answer = await SendAsync(Query(service, method, body, changes), body);
        Assert.That(answer.ContainsKey("result"), Is.False);
        return answer["returnCode"]!.GetValue<string>();
    }

    public void Dispose() => Http.Dispose();
}
