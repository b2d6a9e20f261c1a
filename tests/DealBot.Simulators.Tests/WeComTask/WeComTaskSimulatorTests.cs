using System.Net.Http.Json;
using System.Text.Json;
using DealBot.Simulators.WeComTask;

namespace DealBot.Simulators.Tests.WeComTask;

public sealed class WeComTaskSimulatorTests
{
    private readonly SteppedTime _time = new();
    private WeComTaskSimulator _simulator = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        var options = new WeComTaskSimulatorOptions
        {
            Time = _time,
            CorpId = "ww1",
            Secret = "made-up",
            Chats = new Dictionary<string, WeComSimulatedChat> { ["wr1"] = new("宝妈群", "zhangsan", 3), ["wr2"] = new("别人的群", "lisi", 2) },
        };
        _simulator = await WeComTaskSimulator.StartAsync(options, CancellationToken.None);
        _http = new HttpClient { BaseAddress = _simulator.BaseAddress };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [TestCase("ww2", "made-up", 40013)]
    [TestCase("ww1", "other", 40001)]
    [TestCase("ww1", "made-up", 0)]
    public async Task Gives_a_token_for_the_secret_only(string corpId, string secret, int code) =>
        Assert.That(CodeOf(await GetAsync($"/cgi-bin/gettoken?corpid={corpId}&corpsecret={secret}")), Is.EqualTo(code));

    [Test]
    public async Task A_token_lapses_at_its_time()
    {
        var token = await SignInAsync();

        _time.Now += TimeSpan.FromHours(2);

        Assert.That(CodeOf(await AddAsync(Task("wr1"), token)), Is.EqualTo(42001));
        Assert.That(CodeOf(await AddAsync(Task("wr1"), "other")), Is.EqualTo(40014));
    }

    [TestCase("""{"chat_type":"single","sender":"zhangsan","chat_id_list":["wr1"],"text":{"content":"好价"}}""", 40058)]
    [TestCase("""{"chat_type":"group","chat_id_list":["wr1"],"text":{"content":"好价"}}""", 40058)]
    [TestCase("""{"chat_type":"group","sender":"zhangsan","chat_id_list":[],"text":{"content":"好价"}}""", 40058)]
    [TestCase("""{"chat_type":"group","sender":"zhangsan","chat_id_list":["wr1"]}""", 44004)]
    [TestCase("""{"chat_type":"group","sender":"zhangsan","chat_id_list":["wr1"],"attachments":[{},{},{},{},{},{},{},{},{},{}]}""", 45008)]
    [TestCase("""{"chat_type":"group","sender":"zhangsan","chat_id_list":["wr1"],"attachments":[{"msgtype":"image","image":{"media_id":"none"}}]}""", 40007)]
    [TestCase("""{"chat_type":"group","sender":"zhangsan","chat_id_list":["wr1"],"attachments":[{"msgtype":"link","link":{"title":"好价","url":"u.example"}}]}""", 45034)]
    [TestCase("no JSON", 40008)]
    public async Task Judges_a_task(string body, int code)
    {
        Assert.That(CodeOf(await AddAsync(body, await SignInAsync())), Is.EqualTo(code));
        Assert.That(_simulator.Tasks, Is.Empty);
    }

    [Test]
    public async Task Counts_bytes_and_not_characters()
    {
        var token = await SignInAsync();

        Assert.That(CodeOf(await AddAsync(Task("wr1", new string('一', 1333)), token)), Is.Zero);
        Assert.That(CodeOf(await AddAsync(Task("wr1", new string('一', 1334)), token)), Is.EqualTo(45002));
    }

    [Test]
    public async Task Lists_the_groups_that_get_no_task()
    {
        var answer = await AddAsync("""{"chat_type":"group","sender":"zhangsan","chat_id_list":["wr1","wr2","wr3"],"text":{"content":"好价"}}""", await SignInAsync());

        Assert.That(Failed(answer), Is.EqualTo(new[] { "wr2", "wr3" }));
        Assert.That(_simulator.Tasks.Single().ChatId, Is.EqualTo("wr1"));
    }

    [Test]
    public async Task Takes_as_many_tasks_a_month_as_the_month_has_days()
    {
        for (var task = 0; task < 30; task++)
            Assert.That(Failed(await AddAsync(Task("wr1"), await SignInAsync())), Is.Empty);
        Assert.That(Failed(await AddAsync(Task("wr1"), await SignInAsync())), Is.EqualTo(new[] { "wr1" }));

        _time.Now = new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero);

        Assert.That(Failed(await AddAsync(Task("wr1"), await SignInAsync())), Is.Empty);
    }

    private async Task<string> SignInAsync() => (await GetAsync("/cgi-bin/gettoken?corpid=ww1&corpsecret=made-up")).GetProperty("access_token").GetString()!;

    private Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    private async Task<JsonElement> AddAsync(string body, string token)
    {
        using var content = new StringContent(body);
        using var response = await _http.PostAsync(new Uri($"/cgi-bin/externalcontact/add_msg_template?access_token={token}", UriKind.Relative), content);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static int CodeOf(JsonElement answer) => answer.GetProperty("errcode").GetInt32();

    private static IEnumerable<string?> Failed(JsonElement answer) => answer.GetProperty("fail_list").EnumerateArray().Select(chat => chat.GetString());

    private static string Task(string chatId, string text = "好价") =>
        $$$"""{"chat_type":"group","sender":"zhangsan","chat_id_list":["{{{chatId}}}"],"text":{"content":"{{{text}}}"}}""";

    private sealed class SteppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
