using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Bot;

public sealed class OwnerOrdersTests
{
    private BotStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new BotStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [TestCase("暂停")]
    [TestCase("恢复")]
    [TestCase("状态")]
    [TestCase("日报")]
    [TestCase("跳过")]
    [TestCase("发 jd:1")]
    public async Task Members_can_not_give_orders_and_learn_nothing(string text)
    {
        await _stage.Posting.OfferAsync(Some.Deal("1"));

        Assert.That(await _stage.SayAsync(text), Is.Empty);
        Assert.That(await _stage.SayAsync(text, address: "owner"), Is.Empty);
        Assert.That(_stage.Posting.Query<long>("SELECT (SELECT COUNT(*) FROM posts) + (SELECT COUNT(*) FROM group_pauses) + (SELECT COUNT(*) FROM chat_events)").Single(), Is.Zero);
    }

    [Test]
    public async Task Owner_is_heard_however_busy_the_chat_is_and_however_much_he_orders()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "perMemberPerMinute": 1, "perGroupPerMinute": 1 } }""");
        _stage.Posting.Configuration.Refresh();
        await _stage.SayAsync("帮助", sender: "m-2");
        await _stage.SayAsync("帮助", sender: "m-3");

        var said = new List<string>();
        for (var order = 0; order < 30; order++)
        {
            said.AddRange(await _stage.SayAsync(order % 2 == 0 ? "暂停" : "恢复", BotStage.Commander));
        }

        Assert.That(said, Has.Count.EqualTo(30).And.None.EqualTo(BotText.Patience.Zh));
        Assert.That(await _stage.SayAsync("暂停", BotStage.Commander), Is.EqualTo(new[] { BotText.Patience.Zh }), "a program in his name is bounded");
    }

    [Test]
    public async Task Paused_group_is_not_posted_to_until_the_pause_is_over_and_its_slots_are_on_record()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1"), Some.Deal("2"), Some.Deal("3"), Some.Deal("4"));
        await _stage.Posting.RunAsync("2026-06-01 08:30");

        var text = (await _stage.SayAsync("暂停2小时", BotStage.Commander)).Single();
        await _stage.Posting.RunAsync("2026-06-01 09:00");
        _stage.Posting.Restart();
        await _stage.Posting.RunAsync("2026-06-01 09:05");
        await _stage.Posting.RunAsync("2026-06-01 21:00");

        Assert.That(text, Is.EqualTo("“宝妈一群”已暂停推送，06-01 10:30 恢复。手动发的照常。"));
        Assert.That(States("mama-1"), Is.EqualTo(new[] { "mama-1_20260601T010000 skipped paused", "mama-1_20260601T130000 planned " }));
        Assert.That(States("mama-2")[0], Is.EqualTo("mama-2_20260601T010000 planned "), "the other group is nobody's pause");
    }

    [Test]
    public async Task Pause_is_ended_by_the_owners_word_and_what_he_said_last_holds()
    {
        var at = _stage.Posting.Clock.Now;
        await _stage.SayAsync("暂停", BotStage.Commander, at: at);

        Assert.That(await _stage.SayAsync("恢复", BotStage.Commander, at: at.AddSeconds(10)), Is.EqualTo(new[] { "“宝妈一群”恢复推送。" }));
        await _stage.SayAsync("暂停", BotStage.Commander, at: at.AddSeconds(-5));

        Assert.That(await _stage.Posting.Pauses.ListAsync(at.AddMinutes(1), default), Is.Empty, "an older order that comes late changes nothing");
    }

    [Test]
    public async Task Manual_post_goes_out_in_a_pause()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1"));
        await _stage.SayAsync("暂停", BotStage.Commander);

        await _stage.SayAsync("发 jd:1", BotStage.Commander);

        Assert.That(_stage.Posting.Query<string>("SELECT kind || ' ' || state FROM posts WHERE kind = 'manual'"), Is.EqualTo(new[] { "manual planned" }));
    }

    [Test]
    public async Task In_the_chat_of_the_digest_orders_are_about_all_groups()
    {
        Assert.That(await _stage.SayAsync("暂停 30分钟", BotStage.Commander, "owner"), Is.EqualTo(new[] { "2 个群已暂停推送，06-01 09:30 恢复。手动发的照常。" }));
        Assert.That((await _stage.Posting.Pauses.ListAsync(_stage.Posting.Clock.Now, default)).Keys, Is.EquivalentTo(new[] { "mama-1", "mama-2" }));
        Assert.That((await _stage.SayAsync("帮助", BotStage.Commander, "owner")).Single(), Does.Contain("暂停"));
        Assert.That(await _stage.SayAsync("找 纸尿裤", BotStage.Commander, "owner"), Is.EqualTo(new[] { BotText.AskInGroup.Zh }));
    }

    [Test]
    public async Task Next_post_is_skipped_once_however_often_the_order_comes_and_stays_skipped()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1"), Some.Deal("2"));
        _stage.Posting.Clock.Now = Some.Shanghai("2026-06-01 08:30");
        await _stage.Posting.Plan.RunAsync(default);

        var text = (await _stage.SayAsync("跳过", BotStage.Commander, eventId: "skip")).Single();

        // A crash after the deed and before the answer: the platform delivers the order again.
        _stage.Posting.Execute("DELETE FROM messages");
        _stage.Posting.Execute("DELETE FROM posts WHERE kind = 'reply'");
        _stage.Posting.Execute("UPDATE chat_events SET verdict = 'open', sender = 'boss', text = '跳过'");
        _stage.Restart();
        await _stage.AnswerAsync();
        _stage.Posting.Config.Edit(SchedulesFile.Name, "\"21:00\"", "\"21:00\", \"22:00\"");
        _stage.Posting.Configuration.Refresh();
        _stage.Posting.Restart();
        await _stage.Posting.Plan.RunAsync(default);

        Assert.That(text, Is.EqualTo("跳过 06-01 09:00 那一次。"));
        Assert.That(_stage.Answers("skip"), Is.EqualTo(new[] { text }));
        Assert.That(States("mama-1").Where(state => state.Contains("skipped", StringComparison.Ordinal)), Is.EqualTo(new[] { "mama-1_20260601T010000 skipped owner" }));
    }

    [Test]
    public async Task Post_that_was_prepared_in_the_moment_of_the_order_is_not_said_to_be_skipped()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1"), Some.Deal("2"));
        _stage.Posting.Clock.Now = Some.Shanghai("2026-06-01 08:30");
        await _stage.Posting.Plan.RunAsync(default);
        _stage.Posting.Execute("CREATE TRIGGER prepared AFTER UPDATE OF claim ON chat_events BEGIN UPDATE posts SET prepared = 1 WHERE post_id = 'mama-1_20260601T010000'; END");

        var text = (await _stage.SayAsync("跳过", BotStage.Commander)).Single();

        Assert.That(text, Does.StartWith("06-01 09:00 那一次已经在发，来不及跳过"));
        Assert.That(States("mama-1"), Has.None.Contains("skipped"));
    }

    [Test]
    public async Task Deal_is_posted_at_the_owners_word_once()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"));
        var at = _stage.Posting.Clock.Now;

        Assert.That(await _stage.SayAsync("发 纸尿裤", BotStage.Commander, eventId: "post", at: at), Is.Empty, "the post says it");
        Assert.That(await _stage.SayAsync("发 纸尿裤", BotStage.Commander, eventId: "post", at: at), Is.Empty);

        Assert.That(_stage.Posting.Query<string>("SELECT kind || ' ' || group_id FROM posts"), Is.EqualTo(new[] { "manual mama-1" }));
    }

    [Test]
    public async Task Deal_ordered_in_the_very_second_of_a_slot_is_a_post_beside_it()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤", rate: 1), Some.Deal("2", rate: 50));
        await _stage.Posting.RunAsync("2026-06-01 08:30");
        _stage.Posting.Clock.Now = Some.Shanghai("2026-06-01 09:00");

        await _stage.SayAsync("发 纸尿裤", BotStage.Commander);
        await _stage.Posting.RunAsync("2026-06-01 09:00");

        Assert.That(
            _stage.Posting.Query<string>("SELECT p.kind || ' ' || d.item_id FROM posts p JOIN post_deals d ON d.post_id = p.post_id WHERE p.group_id = 'mama-1' ORDER BY p.kind"),
            Is.EqualTo(new[] { "manual 1", "slot 2" }));
    }

    [Test]
    public async Task Deals_ordered_in_one_second_are_all_posted_and_each_once()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"), Some.Deal("2", title: "电饭煲"));
        var at = _stage.Posting.Clock.Now;

        await _stage.SayAsync("发 纸尿裤", BotStage.Commander, eventId: "one", at: at);
        Assert.That(await _stage.SayAsync("发 电饭煲", BotStage.Commander, "owner", "two", at), Is.EqualTo(new[] { "电饭煲\n正在发给 2 个群。" }));
        _stage.Posting.Query<long>("UPDATE chat_events SET verdict = 'open', sender = 'boss', text = '发 电饭煲' WHERE event_id = 'two' RETURNING 1");
        _stage.Posting.Query<long>("DELETE FROM messages WHERE post_id LIKE 'reply.%' RETURNING 1");
        _stage.Posting.Query<long>("DELETE FROM posts WHERE post_id LIKE 'reply.%' RETURNING 1");
        _stage.Restart();
        await _stage.AnswerAsync();

        Assert.That(
            _stage.Posting.Query<string>("SELECT p.group_id || ' ' || d.item_id FROM posts p JOIN post_deals d ON d.post_id = p.post_id ORDER BY 1"),
            Is.EqualTo(new[] { "mama-1 1", "mama-1 2", "mama-2 2" }));
    }

    [Test]
    public async Task Deal_that_only_the_network_has_can_be_posted()
    {
        _stage.Posting.Network.Links = _ => ["100"];
        _stage.Posting.Network.Deals = query => query.ItemId == "100" ? [Some.Deal("100", title: "电视")] : [];

        Assert.That(await _stage.SayAsync("发 https://item.jd.com/100.html", BotStage.Commander, "owner"), Is.EqualTo(new[] { "电视\n正在发给 2 个群。" }));
        Assert.That(_stage.Posting.Query<string>("SELECT group_id FROM posts WHERE kind = 'manual' ORDER BY 1"), Is.EqualTo(new[] { "mama-1", "mama-2" }));
    }

    [TestCase("https://item.jd.com/100.html 「花王纸尿裤 M64片」", "100")]
    [TestCase("item.jd.com/100.html 「花王纸尿裤 M64片」", "100", TestName = "Another_item_is_never_posted_in_place_of_that_of_an_address_without_a_scheme")]
    [TestCase("￥CZ0001abcde￥ 「花王纸尿裤 M64片」", null, TestName = "Another_item_is_never_posted_in_place_of_that_of_a_command")]
    public async Task Another_item_is_never_posted_in_place_of_the_one_a_link_leads_to(string shared, string? itemId)
    {
        await _stage.Posting.OfferAsync(Some.Deal("7", title: "花王纸尿裤 L54片"));
        _stage.Posting.Network.Links = _ => itemId is null ? [] : [itemId];
        _stage.Posting.Network.Deals = _ => [];

        Assert.That(
            await _stage.SayAsync($"发 {shared}", BotStage.Commander),
            Is.EqualTo(new[] { "没有查到链接里的这件商品，什么也没有发。比较接近的是：花王纸尿裤 L54片\n要发它，就说：发 jd:7" }));
        Assert.That(_stage.Posting.Query<long>("SELECT COUNT(*) FROM posts WHERE kind = 'manual'").Single(), Is.Zero);

        Assert.That(await _stage.SayAsync("发 jd:7", BotStage.Commander), Is.Empty, "the post says it");
        Assert.That(_stage.Posting.Query<string>("SELECT item_id FROM post_deals"), Is.EqualTo(new[] { "7" }));
    }

    [Test]
    public async Task What_a_network_takes_a_short_link_for_is_not_posted_for_it()
    {
        _stage.Posting.Network.Links = _ => [];
        _stage.Posting.Network.Deals = _ => [Some.Deal("9", title: "不锈钢保温杯 500ml")];

        Assert.That(await _stage.SayAsync("发 https://u.jd.com/x 「花王纸尿裤 M64片」", BotStage.Commander), Has.Count.EqualTo(1).And.None.Contains("保温杯"));
        Assert.That(_stage.Posting.Query<long>("SELECT COUNT(*) FROM posts WHERE kind = 'manual'").Single(), Is.Zero);
    }

    [Test]
    public async Task Digest_goes_where_the_owner_reads_it_and_never_into_the_group()
    {
        Assert.That(await _stage.SayAsync("日报", BotStage.Commander), Is.EqualTo(new[] { "日报已发到你平时收日报的地方。" }));
        Assert.That(await _stage.SayAsync("日报", BotStage.Commander, "owner"), Is.Empty);

        Assert.That(_stage.Posting.Query<string>("SELECT DISTINCT address FROM posts WHERE kind = 'digest'"), Is.EqualTo(new[] { "owner" }));
    }

    [Test]
    public async Task Status_tells_of_pauses_and_plans_and_not_of_money()
    {
        await _stage.SayAsync("暂停 到 18:00", BotStage.Commander);

        Assert.That((await _stage.SayAsync("状态", BotStage.Commander)).Single(), Is.EqualTo("暂停到 06-01 18:00，今天发了 0 条"));
        Assert.That((await _stage.SayAsync("状态", BotStage.Commander, "owner")).Single().Split('\n'), Has.Length.EqualTo(2));
    }

    private IReadOnlyList<string> States(string group) => _stage.Posting.Query<string>(
        $"SELECT post_id || ' ' || state || ' ' || COALESCE(reason_code, '') FROM posts WHERE kind = 'slot' AND group_id = '{group}' AND due_at < {Some.Shanghai("2026-06-02 00:00").ToUnixTimeMilliseconds()} ORDER BY due_at");
}
