using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Tests.Jd;

/// <summary>Calls the gateway as a promoter's program would: signs by its own code, posts a form, unwraps the envelope.</summary>
internal sealed class JdWire(Uri gateway, TimeProvider clock, string appKey, string secret) : IDisposable
{
    public HttpClient Http { get; } = new();

    public static string Sign(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        var names = parameters.Where(pair => pair.Key != "sign" && pair.Value != "").ToList();
        names.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        var plain = secret + string.Join("", names.Select(pair => $"{pair.Key}{pair.Value}")) + secret;
#pragma warning disable CA5351 // The protocol prescribes MD5.
        return string.Join("", MD5.HashData(Encoding.UTF8.GetBytes(plain)).Select(octet => octet.ToString("X2", CultureInfo.InvariantCulture)));
#pragma warning restore CA5351
    }

    public Dictionary<string, string> Signed(string method, string json, Action<Dictionary<string, string>>? beforeSigning = null)
    {
        var parameters = new Dictionary<string, string>
        {
            ["method"] = method,
            ["app_key"] = appKey,
            ["timestamp"] = TimeText(clock.GetUtcNow()),
            ["format"] = "json",
            ["v"] = "1.0",
            ["sign_method"] = "md5",
            ["360buy_param_json"] = json,
        };
        beforeSigning?.Invoke(parameters);
        parameters["sign"] = Sign(parameters, secret);
        return parameters;
    }

    public static string TimeText(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public async Task<string> PostAsync(Dictionary<string, string> parameters)
    {
        using var form = new FormUrlEncodedContent(parameters);
        using var response = await Http.PostAsync(gateway, form);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<string> GatewayErrorAsync(Dictionary<string, string> parameters)
    {
        var error = JsonNode.Parse(await PostAsync(parameters))!["error_response"]!.AsObject();
        Assert.That(error.Select(pair => pair.Key), Is.EquivalentTo(["code", "zh_desc", "en_desc"]));
        return error["code"]!.GetValue<string>();
    }

    /// <summary>The inner object of a call that passes the gateway.</summary>
    public async Task<JsonObject> CallAsync(string method, string json)
    {
        var envelope = JsonNode.Parse(await PostAsync(Signed(method, json)))![method.Replace('.', '_') + "_responce"]!;
        Assert.That(envelope["code"]!.GetValue<string>(), Is.EqualTo("0"));
        return JsonNode.Parse(envelope[method.Split('.')[^1] + "Result"]!.GetValue<string>())!.AsObject();
    }

    public async Task<int> CodeAsync(string method, string json) => (await CallAsync(method, json))["code"]!.GetValue<int>();

    /// <summary>Calls with the members of the wrapped object, <c>"name":value,…</c>.</summary>
    public Task<JsonObject> CallAsync(string method, string wrapper, string members) =>
        CallAsync(method, "{\"" + wrapper + "\":{" + members + "}}");

    public Task<JsonObject> ChannelAsync(int eliteId, int pageIndex = 1, int pageSize = 50) => CallAsync(
        "jd.union.open.goods.jingfen.query", "goodsReq", $"\"eliteId\":{eliteId},\"pageIndex\":{pageIndex},\"pageSize\":{pageSize}");

    public Task<JsonObject> SearchAsync(string members) => CallAsync("jd.union.open.goods.query", "goodsReqDTO", members);

    public Task<JsonObject> ConvertAsync(string members) =>
        CallAsync("jd.union.open.promotion.bysubunionid.get", "promotionCodeReq", members);

    public Task<JsonObject> ConvertCommonAsync(string members) =>
        CallAsync("jd.union.open.promotion.common.get", "promotionCodeReq", members);

    public Task<JsonObject> QueryOrdersAsync(string members) => CallAsync("jd.union.open.order.row.query", "orderReq", members);

    public Task<JsonObject> OrdersAsync(DateTimeOffset from, DateTimeOffset to, int type = 3, int pageIndex = 1, int pageSize = 500) =>
        QueryOrdersAsync(
            $"\"pageIndex\":{pageIndex},\"pageSize\":{pageSize},\"type\":{type},"
            + $"\"startTime\":\"{TimeText(from)}\",\"endTime\":\"{TimeText(to)}\"");

    public void Dispose() => Http.Dispose();
}
