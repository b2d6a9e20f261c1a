using System.Text;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>What is made of the events of a bridge.</summary>
public sealed class OneBotEventTests
{
    private OneBotStage _stage = null!;
    private EventLog _log = null!;

    [SetUp]
    public async Task SetStage()
    {
        _stage = await OneBotStage.SetAsync();
        _log = new EventLog();
    }

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_members_text_comes_without_the_mention_of_the_bot()
    {
        var told = await ToldAsync(Message("""[{"type":"at","data":{"qq":"10001000"}},{"type":"text","data":{"text":" 找 纸尿裤"}}]"""));

        Assert.That(told, Is.EqualTo(new ChatEvent.MessageReceived("main", "m55", DateTimeOffset.FromUnixTimeSeconds(1_760_000_000), "200300", "找 纸尿裤", IsToBot: true)));
    }

    [Test]
    public async Task The_mention_of_somebody_else_is_not_to_the_bot()
    {
        var told = (ChatEvent.MessageReceived?)await ToldAsync(Message("""[{"type":"at","data":{"qq":42}},{"type":"text","data":{"text":"看看"}}]"""));

        Assert.That((told!.Text, told.IsToBot), Is.EqualTo(("@42 看看", false)));
    }

    [TestCase("\"[CQ:at,qq=10001000] 查券 https://item.jd.com/1.html?a=1&amp;b=2\"", "查券 https://item.jd.com/1.html?a=1&b=2", true)]
    [TestCase("\"帮助\"", "帮助", false)]
    [TestCase("\"&#91;CQ:at,qq=10001000&#93; &amp;#91;\"", "[CQ:at,qq=10001000] &#91;", false)]
    [TestCase("\"[CQ:share,url=https://u.example/a?x=1&#44;2,title=好价]\"", "https://u.example/a?x=1,2", false)]
    public async Task A_bridge_that_delivers_strings_is_understood_too(string message, string text, bool isToBot)
    {
        var told = (ChatEvent.MessageReceived?)await ToldAsync(Message(message));

        Assert.That((told!.Text, told.IsToBot), Is.EqualTo((text, isToBot)));
    }

    [Test]
    public async Task The_link_of_a_shared_card_is_in_the_text()
    {
        var card = JsonSerializer.Serialize("""{"app":"com.tencent.structmsg","meta":{"news":{"jumpUrl":"https://item.jd.com/100.html","preview":"https://pic.example/1.jpg","title":"纸尿裤"}}}""");

        var told = (ChatEvent.MessageReceived?)await ToldAsync(Message($$$"""[{"type":"json","data":{"data":{{{card}}}}}]"""));

        Assert.That(told!.Text, Is.EqualTo("https://item.jd.com/100.html"));
    }

    [Test]
    public async Task A_card_that_is_no_JSON_is_an_empty_text() =>
        Assert.That(((ChatEvent.MessageReceived?)await ToldAsync(Message("""[{"type":"json","data":{"data":"{{{"}}]""")))!.Text, Is.Empty);

    [Test]
    public async Task Half_an_emoji_does_not_keep_a_message_out() => Assert.That(
        ((ChatEvent.MessageReceived?)await ToldAsync(Message("""[{"type":"text","data":{"text":"找 纸尿裤\ud83d"}}]""")))!.Text, Is.EqualTo("找 纸尿裤\ufffd"));

    [Test]
    public async Task Half_an_emoji_in_a_card_does_not_hide_its_link()
    {
        var card = JsonSerializer.Serialize("""{"url":"\ud83d","jumpUrl":"https://item.jd.com/100.html"}""");

        Assert.That(((ChatEvent.MessageReceived?)await ToldAsync(Message($$$"""[{"type":"json","data":{"data":{{{card}}}}}]""")))!.Text, Is.EqualTo("https://item.jd.com/100.html"));
    }

    [TestCase("leave", 1)]
    [TestCase("kick", 1)]
    public async Task A_member_who_leaves_is_counted(string kind, int count)
    {
        var told = (ChatEvent.MembersLeft?)await ToldAsync(Notice("group_decrease", kind));

        Assert.That((told!.Address, told.Count), Is.EqualTo(("main", count)));
    }

    [Test]
    public async Task A_group_number_that_comes_as_text_is_known_too() =>
        Assert.That(await ToldAsync(Notice("group_increase", "invite").Replace("123456", "\"123456\"", StringComparison.Ordinal)), Is.InstanceOf<ChatEvent.MembersJoined>());

    private static IEnumerable<TestCaseData> NotTold()
    {
        yield return Case("what the bot itself wrote", Message("\"好价\"").Replace("200300", "10001000", StringComparison.Ordinal));
        yield return Case("what NapCat reports as sent by itself", Message("\"好价\"").Replace("\"post_type\":\"message\"", "\"post_type\":\"message_sent\"", StringComparison.Ordinal));
        yield return Case("another group", Message("\"好价\"").Replace("123456", "654321", StringComparison.Ordinal));
        yield return Case("a private message", Message("\"好价\"").Replace("\"message_type\":\"group\"", "\"message_type\":\"private\"", StringComparison.Ordinal));
        yield return Case("a notice of the group", Message("\"好价\"").Replace("\"sub_type\":\"normal\"", "\"sub_type\":\"notice\"", StringComparison.Ordinal));
        yield return Case("a member without a name", Message("\"好价\"").Replace("\"sub_type\":\"normal\"", "\"sub_type\":\"anonymous\"", StringComparison.Ordinal));
        yield return Case("the bot's own removal", Notice("group_decrease", "kick_me").Replace("200300", "10001000", StringComparison.Ordinal));
        yield return Case("the end of a group", Notice("group_decrease", "disband"));
        yield return Case("the beat of the heart", """{"time":1760000000,"self_id":10001000,"post_type":"meta_event","meta_event_type":"heartbeat","interval":30000}""");
        yield return Case("an answer to nobody", """{"status":"ok","retcode":0,"data":null,"echo":"x"}""");
        yield return Case("no object", "[1,2]");
    }

    [TestCaseSource(nameof(NotTold))]
    public async Task What_concerns_nobody_is_not_told(string json) => Assert.That(await ToldAsync(json), Is.Null);

    private static TestCaseData Case(string name, string json) => new TestCaseData(json).SetArgDisplayNames(name);

    private async Task<ChatEvent?> ToldAsync(string json)
    {
        _stage.Time.Advance(DateTimeOffset.FromUnixTimeSeconds(1_760_000_000) - _stage.Time.GetUtcNow());
        var body = Encoding.UTF8.GetBytes(json);
        var headers = new Dictionary<string, string> { ["X-Signature"] = OneBotSimulator.Sign(OneBotStage.Token, body), ["X-Self-ID"] = $"{OneBotStage.SelfId}" };

        await _stage.Adapter.ReceiveAsync(new CallbackRequest("qq", "POST", new Dictionary<string, string>(), headers, body), _log, CancellationToken.None);

        return _log.All.SingleOrDefault();
    }

    private static string Message(string message) =>
        $$"""{"time":1760000000,"self_id":10001000,"post_type":"message","message_type":"group","sub_type":"normal","message_id":55,"group_id":123456,"user_id":200300,"message":{{message}},"raw_message":"","font":0,"sender":{"user_id":200300,"nickname":"小王","role":"member"} }""";

    private static string Notice(string type, string kind) =>
        $$"""{"time":1760000000,"self_id":10001000,"post_type":"notice","notice_type":"{{type}}","sub_type":"{{kind}}","group_id":123456,"operator_id":0,"user_id":200300}""";
}
