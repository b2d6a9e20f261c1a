using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.WeCom;

namespace DealBot.Simulators.Tests.WeCom;

public sealed class WeComSimulatorTests
{
    private const string Key = "11111111-2222-3333-4444-555555555555";
    private const string OtherKey = "66666666-7777-8888-9999-000000000000";

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private readonly SteppedTime _time = new();
    private WeComSimulator _simulator = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        var robots = new Dictionary<string, string> { [Key] = "宝妈群", [OtherKey] = "快递群" };
        _simulator = await WeComSimulator.StartAsync(new WeComSimulatorOptions { Time = _time, Robots = robots }, CancellationToken.None);
        _http = new HttpClient { BaseAddress = _simulator.BaseAddress };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task Logs_an_accepted_message_with_its_chat_and_time()
    {
        Assert.That(await CodeOf(Text("好价")), Is.Zero);

        var received = _simulator.Received.Single();
        Assert.That((received.Chat, received.MsgType, received.Text, received.At), Is.EqualTo(("宝妈群", "text", "好价", _time.GetUtcNow())));
    }

    [Test]
    public async Task Answers_an_unknown_key_with_200_and_a_code()
    {
        using var response = await PostAsync(Text("好价"), "unknown");

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.GetProperty("errcode").GetInt32(), Is.EqualTo(93000));
        Assert.That(answer.GetProperty("errmsg").GetString(), Does.StartWith("invalid webhook url, hint: ["));
    }

    [Test]
    public async Task Warns_of_malformed_JSON()
    {
        using var response = await PostAsync("{\"msgtype\":");

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Warning: wrong json format."));
    }

    [TestCase("""{"msgtype":"fax"}""", 40008)]
    [TestCase("[]", 40008)]
    [TestCase("""{"msgtype":"text","text":{"content":""}}""", 44004)]
    [TestCase("""{"msgtype":"text"}""", 44004)]
    [TestCase("""{"msgtype":"text","text":{"content":"\u4e00"}}""", 40033)]
    [TestCase("""{"msgtype":"text","text":{"content":"\\u4e00"}}""", 0)]
    [TestCase("""{"msgtype":"news","news":{"articles":[]}}""", 45008)]
    [TestCase("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"www.qq.com"}]}}""", 45034)]
    [TestCase("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"https://u.example"}]}}""", 0)]
    [TestCase("""{"msgtype":"news","news":{"articles":[{"title":"","url":"https://u.example"}]}}""", 40063)]
    [TestCase("""{"msgtype":"image","image":{"base64":"?","md5":""}}""", 40058)]
    [TestCase("""{"msgtype":"file","file":{}}""", 41006)]
    [TestCase("""{"msgtype":"file","file":{"media_id":"none"}}""", 40007)]
    [TestCase("""{"msgtype":"template_card"}""", 40063)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"好价"}}}""", 40063)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","card_action":{"type":1,"url":"https://u.example"}}}""", 40063)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"好价"},"card_action":{"type":1,"url":"https://u.example"}}}""", 0)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","sub_title_text":"好价","card_action":{"type":2,"appid":"wx1"}}}""", 0)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"好价"},"card_action":{"type":1,"url":"u.example"}}}""", 45034)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"news_notice","main_title":{"title":"好价"},"card_action":{"type":1,"url":"https://u.example"}}}""", 40063)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"news_notice","main_title":{"title":"好价"},"card_image":{"url":"https://u.example/1.jpg","aspect_ratio":3},"card_action":{"type":1,"url":"https://u.example"}}}""", 40058)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"news_notice","main_title":{"title":"好价"},"card_image":{"url":"https://u.example/1.jpg"},"card_action":{"type":1,"url":"https://u.example"}}}""", 0)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"好价"},"jump_list":[{"type":1,"url":"https://u.example"}],"card_action":{"type":1,"url":"https://u.example"}}}""", 40063)]
    [TestCase("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"好价"},"jump_list":[{},{},{},{}],"card_action":{"type":1,"url":"https://u.example"}}}""", 40058)]
    public async Task Judges_a_message(string body, int code)
    {
        Assert.That(await CodeOf(body), Is.EqualTo(code));
        Assert.That(_simulator.Received, Has.Count.EqualTo(code == 0 ? 1 : 0));
    }

    [Test]
    public async Task Counts_bytes_and_not_characters()
    {
        Assert.That(await CodeOf(Text(new string('一', 682))), Is.Zero);
        Assert.That(await CodeOf(Text(new string('一', 683))), Is.Not.Zero);
    }

    [Test]
    public async Task Takes_a_picture_with_its_checksum_only()
    {
        Assert.That(await CodeOf(Image(Png, "b357a19c87624c7c4d131aeeb4ae677f")), Is.Zero);
        Assert.That(await CodeOf(Image(Png, "00000000000000000000000000000000")), Is.Not.Zero);
        Assert.That(_simulator.Received.Single().ImageBytes.ToArray(), Is.EqualTo(Png));
    }

    [Test]
    public async Task Refuses_pictures_of_other_formats_and_sizes()
    {
        Assert.That(await CodeOf(Image("GIF89a"u8.ToArray())), Is.EqualTo(40009));
        Assert.That(await CodeOf(Image([.. Png, .. new byte[2 * 1024 * 1024]])), Is.EqualTo(40009));
    }

    [Test]
    public async Task Takes_a_file_of_the_robot_that_uploaded_it_only()
    {
        var mediaId = await UploadAsync("对账单"u8.ToArray());

        Assert.That(await CodeOf(File(mediaId)), Is.Zero);
        Assert.That(await CodeOf(File(mediaId), OtherKey), Is.EqualTo(40007));
        Assert.That(_simulator.Received.Single().File!.Bytes.ToArray(), Is.EqualTo("对账单"u8.ToArray()));
    }

    [Test]
    public async Task Forgets_a_file_after_three_days()
    {
        var mediaId = await UploadAsync("对账单"u8.ToArray());

        _time.Now += TimeSpan.FromDays(3);

        Assert.That(await CodeOf(File(mediaId)), Is.EqualTo(40007));
    }

    [TestCase("file", 5, 40058)]
    [TestCase("file", 20 * 1024 * 1024 + 1, 40058)]
    [TestCase("image", 10, 40058)]
    [TestCase("voice", 10, 40058)]
    [TestCase("file", 6, 0)]
    public async Task Judges_an_upload(string type, int bytes, int code) =>
        Assert.That((await UploadAsync(new byte[bytes], type)).GetProperty("errcode").GetInt32(), Is.EqualTo(code));

    [Test]
    public async Task Refuses_the_upload_of_an_unknown_robot() =>
        Assert.That((await UploadAsync(new byte[6], "file", "unknown")).GetProperty("errcode").GetInt32(), Is.EqualTo(93000));

    [Test]
    public async Task Cuts_a_long_title_without_regard_to_characters()
    {
        var title = new string('a', 200);
        await CodeOf($$$"""{"msgtype":"news","news":{"articles":[{"title":"{{{title}}}","url":"https://u.example"}]}}""");

        Assert.That(_simulator.Received.Single().Title, Has.Length.EqualTo(128));
    }

    [Test]
    public async Task Refuses_the_21st_call_within_a_minute_by_robot()
    {
        for (var call = 0; call < 20; call++)
            Assert.That(await CodeOf(Text("好价")), Is.Zero);
        _time.Now += TimeSpan.FromSeconds(59);

        Assert.That(await CodeOf(Text("好价")), Is.EqualTo(45009));
        Assert.That(await CodeOf(Text("好价"), OtherKey), Is.Zero);

        _time.Now += TimeSpan.FromSeconds(1);
        Assert.That(await CodeOf(Text("好价")), Is.Zero);
    }

    [Test]
    public async Task Uses_faults_up_in_order()
    {
        _simulator.Faults.AnswerWith(-1, calls: 2);
        _simulator.Faults.AnswerWith(45009);

        int[] codes = [await CodeOf(Text("1")), await CodeOf(Text("2")), await CodeOf(Text("3")), await CodeOf(Text("4"))];

        Assert.That(codes, Is.EqualTo(new[] { -1, -1, 45009, 0 }));
        Assert.That(_simulator.Received.Select(message => message.Text), Is.EqualTo(new[] { "4" }));
    }

    [Test]
    public async Task Stops_while_a_caller_waits_for_ever()
    {
        _simulator.Faults.NeverAnswer();
        var waiting = PostAsync(Text("好价"));
        await _simulator.WaitForAsync(1, CancellationToken.None);

        await _simulator.DisposeAsync();

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Knows_no_other_path()
    {
        using var response = await _http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<int> CodeOf(string body, string key = Key)
    {
        using var response = await PostAsync(body, key);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errcode").GetInt32();
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string key = Key)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri($"/cgi-bin/webhook/send?key={key}", UriKind.Relative), content);
    }

    private async Task<string> UploadAsync(byte[] bytes) => (await UploadAsync(bytes, "file")).GetProperty("media_id").GetString()!;

    private async Task<JsonElement> UploadAsync(byte[] bytes, string type, string key = Key)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "media", "1.csv" } };
        using var response = await _http.PostAsync(new Uri($"/cgi-bin/webhook/upload_media?key={key}&type={type}", UriKind.Relative), form);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string File(string mediaId) => $$$"""{"msgtype":"file","file":{"media_id":"{{{mediaId}}}"}}""";

    private static string Text(string content) => $$$"""{"msgtype":"text","text":{"content":"{{{content}}}"}}""";

#pragma warning disable CA5351 // WeCom's checksum is MD5.
    private static string Image(byte[] bytes, string? md5 = null) =>
        $$$"""{"msgtype":"image","image":{"base64":"{{{Convert.ToBase64String(bytes)}}}","md5":"{{{md5 ?? Convert.ToHexString(MD5.HashData(bytes))}}}"}}""";
#pragma warning restore CA5351

    private sealed class SteppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
