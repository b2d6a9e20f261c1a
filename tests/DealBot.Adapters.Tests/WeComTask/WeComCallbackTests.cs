using System.Text;
using DealBot.Contracts;
using DealBot.Simulators.WeComTask;

namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComCallbackTests
{
    private WeComTaskStage _stage = null!;
    private WeComCalls _calls = null!;
    private Taken _taken = null!;

    [SetUp]
    public async Task SetStage()
    {
        _stage = await WeComTaskStage.SetAsync();
        _calls = new WeComCalls(WeComTaskStage.CallbackToken, WeComTaskStage.CallbackKey, WeComTaskStage.CorpId, _stage.Time);
        _taken = new Taken();
    }

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Proves_to_WeCom_that_the_address_is_its_own()
    {
        var reply = await ReceiveAsync(_calls.Verification("1616140317555161061"));

        Assert.That(reply, Is.EqualTo(new CallbackReply(200, "1616140317555161061")));
    }

    [Test]
    public async Task Does_not_decrypt_a_message_for_somebody_who_has_seen_it_on_its_way()
    {
        var seen = _calls.TextFrom("zhangsan", "日报");
        var encrypted = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(seen.Body.Span)).Element("Encrypt")!.Value;

        var reply = await ReceiveAsync(seen with { Method = "GET", Body = default, Query = new Dictionary<string, string>(seen.Query) { ["echostr"] = encrypted } });

        Assert.That(reply, Is.EqualTo(new CallbackReply(403)));
    }

    [Test]
    public void Has_an_address_only_where_it_is_set_up()
    {
        Assert.That(_stage.Adapter.Endpoints, Is.EqualTo(new[] { "events" }));
        Assert.That(_stage.NewAdapter(options => options with { Callback = null }).Endpoints, Is.Empty);
    }

    [Test]
    public async Task Tells_of_members_who_came()
    {
        var reply = await ReceiveAsync(_calls.MembersChanged(WeComTaskStage.ChatId, "add_member", 2));

        var joined = (ChatEvent.MembersJoined)_taken.Events.Single();
        Assert.That(reply, Is.EqualTo(new CallbackReply(200)));
        Assert.That((joined.Address, joined.Count, joined.At), Is.EqualTo(("main", 2, _stage.Time.GetUtcNow())));
        Assert.That(joined.EventId, Has.Length.LessThanOrEqualTo(120));
    }

    [Test]
    public async Task Tells_of_members_who_left()
    {
        await ReceiveAsync(_calls.MembersChanged(WeComTaskStage.ChatId, "del_member", 1));

        Assert.That(_taken.Events.Single(), Is.InstanceOf<ChatEvent.MembersLeft>().With.Property("Count").EqualTo(1));
    }

    [TestCase(WeComTaskStage.ChatId, "change_owner", 0)]
    [TestCase(WeComTaskStage.ChatId, "add_member", 0)]
    [TestCase("wrNobodyKnows", "add_member", 1)]
    public async Task Takes_what_does_not_concern_it_and_says_nothing(string chatId, string detail, int count)
    {
        Assert.That(await ReceiveAsync(_calls.MembersChanged(chatId, detail, count)), Is.EqualTo(new CallbackReply(200)));
        Assert.That(_taken.Events, Is.Empty);
    }

    [Test]
    public async Task Tells_what_a_member_writes_to_the_application()
    {
        await ReceiveAsync(_calls.TextFrom("ZhangSan", " 日报 <&> ]]> "));

        var message = (ChatEvent.MessageReceived)_taken.Events.Single();
        Assert.That((message.Address, message.SenderId, message.Text, message.IsToBot), Is.EqualTo(("boss", "zhangsan", "日报 <&> ]]>", true)));
    }

    [Test]
    public async Task Does_not_hear_strangers_or_other_applications()
    {
        await ReceiveAsync(_calls.TextFrom("lisi", "暂停"));
        await ReceiveAsync(_calls.TextFrom(WeComTaskStage.Owner, "暂停", agentId: 1000003));

        Assert.That(_taken.Events, Is.Empty);
    }

    [Test]
    public async Task A_call_that_is_replayed_is_answered_and_not_told_again()
    {
        var call = _calls.TextFrom(WeComTaskStage.Owner, "跳过");
        await ReceiveAsync(call);

        Assert.That(await ReceiveAsync(call), Is.EqualTo(new CallbackReply(200)));
        Assert.That(_taken.Events, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_event_that_is_delivered_under_another_nonce_has_the_same_id()
    {
        await ReceiveAsync(_calls.MembersChanged(WeComTaskStage.ChatId, "add_member", 1));
        await ReceiveAsync(_calls.MembersChanged(WeComTaskStage.ChatId, "add_member", 1));

        Assert.That(_taken.Events.Select(taken => taken.EventId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_could_not_be_taken_is_taken_when_it_comes_again()
    {
        var call = _calls.TextFrom(WeComTaskStage.Owner, "暂停");
        _taken.Fails = true;
        await Assert.ThatAsync(() => ReceiveAsync(call), Throws.InvalidOperationException);

        _taken.Fails = false;
        await ReceiveAsync(call);

        Assert.That(_taken.Events, Has.Count.EqualTo(1));
    }

    [TestCase("msg_signature")]
    [TestCase("timestamp")]
    [TestCase("nonce")]
    public async Task Refuses_a_call_of_which_a_part_was_changed_or_taken_away(string part)
    {
        var call = _calls.TextFrom(WeComTaskStage.Owner, "暂停");

        await IsRefused(call with { Query = new Dictionary<string, string>(call.Query) { [part] = Other(call.Query[part]) } });
        await IsRefused(call with { Query = call.Query.Where(pair => pair.Key != part).ToDictionary() });
    }

    [Test]
    public async Task Refuses_the_body_of_another_call() =>
        await IsRefused(_calls.TextFrom(WeComTaskStage.Owner, "日报") with { Body = _calls.TextFrom(WeComTaskStage.Owner, "暂停").Body });

    [Test]
    public async Task Refuses_a_call_signed_with_another_token() =>
        await IsRefused(new WeComCalls("anotherToken", WeComTaskStage.CallbackKey, WeComTaskStage.CorpId, _stage.Time).TextFrom(WeComTaskStage.Owner, "暂停"));

    [Test]
    public async Task Refuses_a_call_to_another_company()
    {
        var calls = new WeComCalls(WeComTaskStage.CallbackToken, WeComTaskStage.CallbackKey, "ww0000000000000000", _stage.Time);

        await IsRefused(calls.TextFrom(WeComTaskStage.Owner, "暂停"));
        await IsRefused(calls.Verification("1"));
    }

    [TestCase(300, true)]
    [TestCase(301, false)]
    [TestCase(-301, false)]
    public async Task Takes_calls_of_the_last_minutes_only(int seconds, bool isTaken)
    {
        _stage.Time.Advance(TimeSpan.FromHours(1));
        var call = _calls.TextFrom(WeComTaskStage.Owner, "暂停");
        _stage.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That((await ReceiveAsync(call)).Status, Is.EqualTo(isTaken ? 200 : 403));
        Assert.That(_taken.Events, Has.Count.EqualTo(isTaken ? 1 : 0));
    }

    [TestCase("""<!DOCTYPE xml [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>""")]
    [TestCase("""<!DOCTYPE xml SYSTEM "http://127.0.0.1:1/a.dtd"><xml><Encrypt>a</Encrypt></xml>""")]
    [TestCase("<xml><Encrypt>")]
    [TestCase("<xml></xml>")]
    [TestCase("")]
    [TestCase("{\"encrypt\":\"a\"}")]
    public async Task Refuses_bodies_that_are_no_call_without_a_word(string body)
    {
        var call = _calls.TextFrom(WeComTaskStage.Owner, "暂停") with { Body = Encoding.UTF8.GetBytes(body) };

        Assert.That(await ReceiveAsync(call), Is.EqualTo(new CallbackReply(400)));
        Assert.That(_taken.Events, Is.Empty);
    }

    [Test]
    public async Task Takes_no_message_with_a_DTD_even_if_it_is_signed()
    {
        var call = _calls.Message($"""
            <!DOCTYPE xml [<!ENTITY who "{WeComTaskStage.Owner}">]><xml><FromUserName>&who;</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>暂停</Content><AgentID>1000002</AgentID></xml>
            """);

        await ReceiveAsync(call);

        Assert.That(_taken.Events, Is.Empty);
    }

    [Test]
    public async Task Refuses_an_oversized_call()
    {
        var call = _calls.TextFrom(WeComTaskStage.Owner, new string('a', CallbackRequest.MaxBytes));

        Assert.That(await ReceiveAsync(call), Is.EqualTo(new CallbackReply(413)));
    }

    [TestCase("PUT")]
    [TestCase("HEAD")]
    public async Task Refuses_other_methods(string method) =>
        Assert.That(await ReceiveAsync(_calls.Verification("1") with { Method = method }), Is.EqualTo(new CallbackReply(400)));

    private async Task IsRefused(CallbackRequest call)
    {
        Assert.That(await ReceiveAsync(call), Is.EqualTo(new CallbackReply(403)));
        Assert.That(_taken.Events, Is.Empty);
    }

    private Task<CallbackReply> ReceiveAsync(CallbackRequest call) => _stage.Adapter.ReceiveAsync(call, _taken, CancellationToken.None);

    private static string Other(string value) => value[..^1] + (value[^1] == '0' ? '1' : '0');

    private sealed class Taken : IChatEvents
    {
        private readonly List<ChatEvent> _events = [];

        public bool Fails { get; set; }

        public IReadOnlyList<ChatEvent> Events => _events;

        public ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            if (Fails)
                throw new InvalidOperationException("The disk is full.");

            _events.Add(chatEvent);
            return ValueTask.CompletedTask;
        }
    }
}
