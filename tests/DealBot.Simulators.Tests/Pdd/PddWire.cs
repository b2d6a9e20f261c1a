using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Pdd;

/// <summary>Calls the gateway as a promoter's program would: signs by its own code, posts a form or JSON.</summary>
internal sealed class PddWire(Uri gateway, TimeProvider clock, string clientId, string secret) : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public static string Sign(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        var names = parameters.Where(pair => pair.Key != "sign" && pair.Value != "").ToList();
        names.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        var plain = secret + string.Join("", names.Select(pair => $"{pair.Key}{pair.Value}")) + secret;
#pragma warning disable CA5351 // The protocol prescribes MD5.
        return Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(plain)));
#pragma warning restore CA5351
    }

    public Dictionary<string, string> Signed(string type, params (string Name, string? Value)[] parameters)
    {
        var sent = new Dictionary<string, string>
        {
            ["type"] = type,
            ["client_id"] = clientId,
            ["timestamp"] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["data_type"] = "JSON",
        };
        foreach (var (name, value) in parameters)
        {
            if (value is null)
                sent.Remove(name);
            else
                sent[name] = value;
        }

        sent["sign"] = Sign(sent, secret);
        return sent;
    }

    /// <summary>The whole answer.</summary>
    public async Task<JsonObject> PostAsync(Dictionary<string, string> parameters)
    {
        using var form = new FormUrlEncodedContent(parameters);
        return await SendAsync(form);
    }

    public async Task<JsonObject> PostJsonAsync(JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(content);
    }

    /// <summary>The object under the answer's only member, which must have the name.</summary>
    public async Task<JsonObject> CallAsync(string name, string type, params (string Name, string? Value)[] parameters)
    {
        var (key, value) = (await PostAsync(Signed(type, parameters))).Single();
        Assert.That(key, Is.EqualTo(name), value?.ToString());
        Assert.That(value!["request_id"], Is.Not.Null);
        return value.AsObject();
    }

    public async Task<int> ErrorAsync(Dictionary<string, string> parameters)
    {
        var error = (await PostAsync(parameters))["error_response"]!.AsObject();
        Assert.That(error.Select(pair => pair.Key), Is.EquivalentTo(["error_msg", "sub_msg", "sub_code", "error_code", "request_id"]));
        return error["error_code"]!.GetValue<int>();
    }

    public Task<int> ErrorAsync(string type, params (string Name, string? Value)[] parameters) => ErrorAsync(Signed(type, parameters));

    public Task<JsonObject> SearchAsync(params (string Name, string? Value)[] parameters) => CallAsync("goods_search_response", "pdd.ddk.goods.search", parameters);

    public async Task<JsonObject> ConvertAsync(string sign, params (string Name, string? Value)[] parameters)
    {
        var answer = await CallAsync(
            "goods_promotion_url_generate_response", "pdd.ddk.goods.promotion.url.generate", [("goods_sign_list", $"[\"{sign}\"]"), .. parameters]);
        return answer["goods_promotion_url_list"]!.AsArray().Single()!.AsObject();
    }

    public Task<JsonObject> OrdersAsync(DateTimeOffset from, DateTimeOffset to, params (string Name, string? Value)[] parameters) => CallAsync(
        "order_list_get_response",
        "pdd.ddk.order.list.increment.get",
        [("start_update_time", Seconds(from)), ("end_update_time", Seconds(to)), ("page_size", "50"), .. parameters]);

    public static string Seconds(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => Http.Dispose();

    private async Task<JsonObject> SendAsync(HttpContent content)
    {
        using var response = await Http.PostAsync(gateway, content);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
