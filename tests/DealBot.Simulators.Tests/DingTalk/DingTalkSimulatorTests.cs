using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;
using DealBot.Simulators.DingTalk;
using DealBot.Tests.Shared;

namespace DealBot.Simulators.Tests.DingTalk;

/// <summary>What adapters, which keep the limits themselves, seldom get to see.</summary>
public sealed class DingTalkSimulatorTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private DingTalkSimulator _simulator = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        var robots = new Dictionary<string, SimulatedRobot> { [Token] = new("宝妈群", Keywords: ["好价"]) };
        _simulator = await DingTalkSimulator.StartAsync(new DingTalkSimulatorOptions { Time = new TestClock(DateTimeOffset.UnixEpoch.AddYears(56)), Robots = robots }, CancellationToken.None);
        _http = new HttpClient { BaseAddress = _simulator.BaseAddress };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [TestCase("""{"msgtype":"text","text":{"content":"好价"}}""", 0)]
    [TestCase("""{"msgtype":"feedCard","feedCard":{"links":[{"title":"好价","messageURL":"https://a.example","picURL":"https://a.example/1.jpg"}]}}""", 0)]
    [TestCase("""{"msgtype":"text","text":{"content":"9.9"}}""", 310000)]
    [TestCase("""{"msgtype":"image","image":{"base64":"好价"}}""", 400105)]
    [TestCase("""{"msgtype":"markdown","markdown":{"text":"好价"}}""", 400105)]
    [TestCase("{", 400105)]
    public async Task Answers_200_whatever_the_code(string body, int code) => Assert.That(await CodeAsync(body), Is.EqualTo(code));

    [Test]
    public async Task Refuses_an_unknown_token_and_a_body_over_20000_bytes()
    {
        Assert.That(await CodeAsync("""{"msgtype":"text","text":{"content":"好价"}}""", "other"), Is.EqualTo(300001));
        Assert.That(await CodeAsync($$$"""{"msgtype":"text","text":{"content":"好价{{{new string('a', 20_000)}}}"}}"""), Is.EqualTo(460101));
        Assert.That(_simulator.Received, Is.Empty);
    }

    [Test]
    public async Task Refuses_for_ten_minutes_after_the_21st_message_at_times_without_a_code()
    {
        const string body = """{"msgtype":"text","text":{"content":"好价"}}""";
        for (var message = 0; message < 20; message++)
            Assert.That(await CodeAsync(body), Is.Zero);

        Assert.That(new[] { await CodeAsync(body), await CodeAsync(body), await CodeAsync(body) }, Is.EqualTo(new int?[] { 130101, null, 130101 }));
    }

    private async Task<int?> CodeAsync(string body, string token = Token)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"/robot/send?access_token={token}", UriKind.Relative), content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errcode", out var code) ? code.GetInt32() : null;
    }
}
