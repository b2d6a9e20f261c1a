using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Suning;

/// <summary>Calls the gateway as a promoter's program would, and signs by its own code.</summary>
internal sealed class SuningWire(Uri gateway, TimeProvider clock, string appKey, string secret) : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public static string Body(string business, string parameters) => $"{{\"sn_request\":{{\"sn_body\":{{\"{business}\":{parameters}}}}}}}";

    /// <summary>The headers of a call; changed ones are signed as changed.</summary>
    public Dictionary<string, string> Headers(string method, string body, params (string Name, string Value)[] changes)
    {
        var headers = new Dictionary<string, string>
        {
            ["AppMethod"] = method,
            ["AppRequestTime"] = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            ["Format"] = "json",
            ["AppKey"] = appKey,
            ["VersionNo"] = "v1.2",
        };
        foreach (var (name, value) in changes)
            headers[name] = value;

        var plain = secret + headers["AppMethod"] + headers["AppRequestTime"] + headers["AppKey"] + headers["VersionNo"] + Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
#pragma warning disable CA5351 // The protocol prescribes MD5.
        headers.TryAdd("signInfo", Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(plain))));
#pragma warning restore CA5351
        return headers;
    }

    public async Task<JsonNode> SendAsync(string method, IReadOnlyDictionary<string, string> headers, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{gateway}/{method}")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["sn_responseContent"]!;
    }

    /// <summary>What a call that went well answers under its business name.</summary>
    public async Task<JsonNode> CallAsync(string method, string business, string parameters)
    {
        var body = Body(business, parameters);
        var answer = await SendAsync(method, Headers(method, body), body);
        Assert.That(answer["sn_error"], Is.Null, answer.ToString());
        return answer["sn_body"]![business]!;
    }

    /// <summary>The code of a call that was refused.</summary>
    public async Task<string> RefusalAsync(string method, string business, string parameters, params (string Name, string Value)[] changes)
    {
        var body = Body(business, parameters);
        var answer = await SendAsync(method, Headers(method, body, changes), body);
        Assert.That(answer["sn_body"], Is.Null);
        return answer["sn_error"]!["error_code"]!.GetValue<string>();
    }

    public void Dispose() => Http.Dispose();
}
