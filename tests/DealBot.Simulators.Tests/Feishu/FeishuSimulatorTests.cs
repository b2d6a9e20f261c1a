using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;
using DealBot.Simulators.Feishu;
using DealBot.Tests.Shared;

namespace DealBot.Simulators.Tests.Feishu;

/// <summary>What adapters, which sign rightly and keep the limits themselves, seldom get to see.</summary>
public sealed class FeishuSimulatorTests
{
    private const string Open = "b8a1c2d3-0000-4000-8000-000000000001";
    private const string Signed = "b8a1c2d3-0000-4000-8000-000000000002";
    private const string Secret = "dealbotFeishuSecret";

    private readonly TestClock _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private FeishuSimulator _simulator = null!;
    private HttpClient _http = null!;

    private string Now => _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [SetUp]
    public async Task Start()
    {
        var options = new FeishuSimulatorOptions
        {
            Time = _time,
            Robots = new Dictionary<string, SimulatedRobot> { [Open] = new("办公群"), [Signed] = new("宝妈群", Secret) },
            Apps = new Dictionary<string, string> { ["cli_a"] = "secret" },
        };
        _simulator = await FeishuSimulator.StartAsync(options, CancellationToken.None);
        _http = new HttpClient { BaseAddress = _simulator.BaseAddress };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [TestCase("""{"msg_type":"text","content":{"text":"好价"}}""", 0)]
    [TestCase("""{"msg_type":"image","content":{"image_key":"img_made_up"}}""", 19002)]
    [TestCase("""{"msg_type":"post","content":{"post":{"zh_cn":{"title":"","content":[[{"tag":"img","image_key":"img_made_up"}]]}}}}""", 19002)]
    [TestCase("""{"msg_type":"file","content":{}}""", 19002)]
    [TestCase("{", 9499)]
    public async Task Answers_200_whatever_the_code(string body, int code) => Assert.That(await CodeAsync(Open, body), Is.EqualTo(code));

    [Test]
    public async Task Refuses_an_unknown_token_and_a_body_over_20_KB()
    {
        Assert.That(await CodeAsync("other", """{"msg_type":"text","content":{"text":"好价"}}"""), Is.EqualTo(19001));
        Assert.That(await CodeAsync(Open, $$$"""{"msg_type":"text","content":{"text":"{{{new string('a', 20_000)}}}"}}"""), Is.EqualTo(9499));
    }

    [Test]
    public async Task Takes_time_and_secret_as_the_key_and_refuses_them_as_the_message()
    {
        var (swapped, usual) = (Sign($"{Now}\n{Secret}", ""), Sign(Secret, $"{Now}\n{Secret}"));

        Assert.That(await CodeAsync(Signed, Body(Now, swapped)), Is.Zero);
        Assert.That(await CodeAsync(Signed, Body(Now, usual)), Is.EqualTo(19021));
        Assert.That(await CodeAsync(Signed, """{"msg_type":"text","content":{"text":"好价"}}"""), Is.EqualTo(19021));
    }

    [Test]
    public async Task Refuses_the_sixth_message_of_a_second()
    {
        const string body = """{"msg_type":"text","content":{"text":"好价"}}""";
        for (var message = 0; message < 5; message++)
            Assert.That(await CodeAsync(Open, body), Is.Zero);

        Assert.That(await CodeAsync(Open, body), Is.EqualTo(11232));
    }

    [Test]
    public async Task Takes_pictures_of_an_app_with_a_token_only()
    {
        using var form = new MultipartFormDataContent { { new StringContent("message"), "image_type" }, { new ByteArrayContent([1, 2, 3]), "image", "a.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/open-apis/im/v1/images", UriKind.Relative)) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "t-made-up");

        using var refused = await _http.SendAsync(request);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetInt32(), Is.EqualTo(99991663));
    }

    private static string Body(string timestamp, string sign) =>
        JsonSerializer.Serialize(new { timestamp, sign, msg_type = "text", content = new { text = "好价" } });

    private static string Sign(string key, string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(message)));

    private async Task<int> CodeAsync(string token, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"/open-apis/bot/v2/hook/{token}", UriKind.Relative), content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetInt32();
    }
}
