using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Taobao;
using DealBot.Simulators.Tests.Jd;

namespace DealBot.Simulators.Tests.Taobao;

/// <summary>A simulated Taobao, called as a promoter's program would: signs by its own code, posts a form, unwraps the envelope.</summary>
internal sealed class TaobaoWire : IAsyncDisposable
{
    public const string Secret = "sim-secret-0001";
    public const string Pid = "mm_98000001_444555_111222333";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private TaobaoWire(HandClock clock, TaobaoSimulator simulator) => (Clock, Simulator) = (clock, simulator);

    public HandClock Clock { get; }

    public TaobaoSimulator Simulator { get; }

    public static async Task<TaobaoWire> StartAsync(Func<TaobaoSimulatorOptions, TaobaoSimulatorOptions>? change = null)
    {
        var clock = new HandClock();
        var options = new TaobaoSimulatorOptions
        {
            Clock = clock,
            Seed = 7,
            Accounts = [new TaobaoSimAccount("12345678", Secret, Pid) { RelationIds = ["2900000001"] }],
            OrderPace = new OrderPace { UnpaidShare = 0, CancelledShare = 0, SlowShare = 0, ReturnedShare = 0, SettlesAfter = TimeSpan.FromDays(1) },
        };
        return new TaobaoWire(clock, await TaobaoSimulator.StartAsync((change ?? (same => same))(options), CancellationToken.None));
    }

    public static string TimeText(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public Dictionary<string, string> Form(string method, params (string Name, string Value)[] parameters)
    {
        var form = new Dictionary<string, string>
        {
            ["method"] = method,
            ["app_key"] = "12345678",
            ["timestamp"] = TimeText(Clock.GetUtcNow()),
            ["format"] = "json",
            ["v"] = "2.0",
            ["sign_method"] = "md5",
        };
        foreach (var (name, value) in parameters)
        {
            form[name] = value;
        }

        return form;
    }

    public static Dictionary<string, string> Signed(Dictionary<string, string> form, string secret = Secret)
    {
        var text = string.Concat(form.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value));
        var (key, octets) = (Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
#pragma warning disable CA5351 // The protocol prescribes MD5.
        form["sign"] = Convert.ToHexString(form.GetValueOrDefault("sign_method") switch
        {
            "hmac" => HMACMD5.HashData(key, octets),
            "hmac-sha256" => HMACSHA256.HashData(key, octets),
            _ => MD5.HashData(Encoding.UTF8.GetBytes(secret + text + secret)),
        });
#pragma warning restore CA5351
        return form;
    }

    public async Task<JsonObject> PostAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await _http.PostAsync(Simulator.Gateway, content);
        Assert.That((int)response.StatusCode, Is.EqualTo(200), "TOP refuses with 200, too");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>The response of a call that is accepted.</summary>
    public async Task<JsonObject> CallAsync(string method, params (string Name, string Value)[] parameters)
    {
        var body = await PostAsync(Signed(Form(method, parameters)));
        return body[method["taobao.".Length..].Replace('.', '_') + "_response"] as JsonObject ?? throw new AssertionException(body.ToJsonString());
    }

    /// <summary>Code, sub code and words of a refusal.</summary>
    public async Task<(int Code, string? SubCode, string? Words)> RefusalAsync(Dictionary<string, string> form)
    {
        var body = await PostAsync(form);
        var error = body["error_response"] ?? throw new AssertionException(body.ToJsonString());
        Assert.That(error["request_id"], Is.Not.Null);
        return (error["code"]!.GetValue<int>(), (string?)error["sub_code"], (string?)error["sub_msg"]);
    }

    public async Task<JsonObject[]> SearchAsync(string words, string pageSize = "20") =>
        [.. (await CallAsync("taobao.tbk.dg.material.optional.upgrade", ("adzone_id", "111222333"), ("q", words), ("page_size", pageSize)))["result_list"]!["map_data"]!
            .AsArray().Select(row => row!.AsObject())];

    public Task<JsonObject> OrdersAsync(DateTimeOffset from, DateTimeOffset to, params (string Name, string Value)[] more) =>
        CallAsync("taobao.tbk.order.details.get", [("start_time", TimeText(from)), ("end_time", TimeText(to)), ("query_type", "4"), .. more]);

    public static JsonArray RowsOf(JsonObject response) => response["data"]!["results"]!["publisher_order_dto"]!.AsArray();

    public async Task<string> VisitAsync(string url)
    {
        using var response = await _http.GetAsync(new Uri(url));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("¥"));
        return response.Headers.GetValues(NetworkSimulator.VisitHeader).Single();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }
}
