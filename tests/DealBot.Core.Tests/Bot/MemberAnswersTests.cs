using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;

namespace DealBot.Core.Tests.Bot;

public sealed class MemberAnswersTests
{
    private BotStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new BotStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Help_names_what_members_may_ask_and_nothing_of_the_owners()
    {
        var text = (await _stage.SayAsync("帮助")).Single();

        Assert.That(text, Does.Contain("找 关键词").And.Contain("查券").And.Not.Contain("暂停"));
        Assert.That(_stage.Woken, Is.EqualTo(1), "the answer does not wait for the dispatcher's turn");
    }

    [Test]
    public async Task Found_deals_fit_the_groups_filters_and_carry_its_own_links()
    {
        await _stage.Posting.OfferAsync(
            Some.Deal("1", price: 30, finalPrice: 9.9m, title: "好奇纸尿裤 L 码"),
            Some.Deal("2", title: "纸尿裤 XL", rate: 0.1m),
            Some.Deal("3", title: "电饭煲"));

        var text = (await _stage.SayAsync("找 纸尿裤")).Single();

        Assert.That(text, Does.StartWith("找到一件：\n好奇纸尿裤 L 码\n¥9.9（商城价 ¥30）\nhttps://d.example/g/"));
        var link = await new LinkStore(_stage.Posting.Database).FindAsync(text[^11..], default);
        Assert.That((link!.GroupId, link.Deal.ItemId), Is.EqualTo(("mama-1", "1")));
        Assert.That(_stage.Posting.Network.Asked.Single().Tracking.SubId, Is.EqualTo($"mama-1_{text[^11..]}"));
    }

    [Test]
    public async Task Where_the_chat_blocks_the_links_answers_hold_commands()
    {
        _stage.Posting.Config.Edit("groups.json", "\"id\": \"mama-1\",", "\"id\": \"mama-1\", \"blockedNetworks\": [\"jd\"],");
        _stage.Posting.Configuration.Refresh();
        _stage.Posting.Network.Convert = request => new LinkResult.Converted(((LinkResult.Converted)FakeNetwork.Converted(request)).Link with { Command = "￥AbCdEfG￥" });
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"));

        var texts = (await _stage.SayAsync("找 纸尿裤")).Concat(await _stage.SayAsync("查券 纸尿裤", sender: "m-2"));

        Assert.That(texts, Has.Exactly(2).EndsWith("\n复制口令，打开对应的 App ￥AbCdEfG￥"));
        Assert.That(_stage.Posting.Network.Asked.Select(request => request.WantsCommand), Is.All.True);
    }

    [Test]
    public async Task Titles_in_answers_mention_nobody()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "<at user_id=\"all\">@所有人</at>纸尿裤"));

        var texts = (await _stage.SayAsync("找 纸尿裤")).Concat(await _stage.SayAsync("查券 纸尿裤", sender: "m-2"));

        Assert.That(texts, Has.Exactly(2).Contains("＜at user_id=\"all\">＠所有人＜/at>纸尿裤"));
    }

    [Test]
    public async Task What_was_posted_before_may_be_found_and_is_not_posted_by_being_found()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"));

        await _stage.SayAsync("找 纸尿裤");
        await _stage.SayAsync("找 纸尿裤", sender: "m-2");
        var outcome = await _stage.Posting.Poster.PostAsync(_stage.Posting.Slot(), Core.Posting.PostKind.Slot, named: null, mayDefer: false, default);

        Assert.That(_stage.Posting.Query<long>("SELECT COUNT(*) FROM post_deals").Single(), Is.EqualTo(3), "two members at one moment, and the slot");
        Assert.That(outcome, Is.InstanceOf<Core.Posting.SlotOutcome.Planned>(), "an answer to a member is no reason not to post the deal");
    }

    [Test]
    public async Task No_more_are_listed_than_the_configuration_says()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "mostDeals": 2 } }""");
        _stage.Posting.Configuration.Refresh();
        await _stage.Posting.OfferAsync([.. Enumerable.Range(1, 9).Select(id => Some.Deal($"{id}") with { Brand = "好奇" })]);

        var text = (await _stage.SayAsync("找 好奇")).Single();

        Assert.That(text, Does.StartWith("找到 2 件：").And.Match("(?s)\n1\\. .*\n2\\. ").And.Not.Contain("\n3. "));
    }

    [Test]
    public async Task Network_is_asked_for_what_the_catalog_does_not_have()
    {
        _stage.Posting.Network.Deals = query => query.Keyword == "电饭煲" ? [Some.Deal("7", title: "美的电饭煲"), Some.Deal("8", title: "洗衣液")] : [];

        var text = (await _stage.SayAsync("找 电饭煲")).Single();

        Assert.That(text, Does.Contain("美的电饭煲").And.Not.Contain("洗衣液"));
    }

    [TestCase("找 好奇紙尿褲", "好奇纸尿裤 L 码", TestName = "Traditional_letters_find_simplified_titles")]
    [TestCase("找 烘乾機", "美的烘干机", TestName = "Traditional_letters_that_simplified_texts_use_too_find_simplified_titles")]
    [TestCase("找 纸尿裤", "好奇紙尿褲", TestName = "Simplified_letters_find_traditional_titles")]
    public async Task Letters_of_either_script_find_what_is_written_in_the_other(string said, string title)
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: title), Some.Deal("2", title: "洗衣液"));

        Assert.That((await _stage.SayAsync(said)).Single(), Does.StartWith($"找到一件：\n{title}\n"));
    }

    [TestCase("找 烘乾機", "烘干机")]
    [TestCase("找 乾隆年制", "乾隆年制")]
    public async Task Networks_are_asked_in_simplified_letters(string said, string asked)
    {
        var keywords = new List<string?>();
        _stage.Posting.Network.Deals = query =>
        {
            keywords.Add(query.Keyword);
            return [];
        };

        await _stage.SayAsync(said);

        Assert.That(keywords, Is.EqualTo(new[] { asked }));
    }

    [Test]
    public async Task Network_that_fails_finds_nothing()
    {
        _stage.Posting.Network.Deals = _ => [null];

        Assert.That(await _stage.SayAsync("找 电饭煲"), Is.EqualTo(new[] { BotText.NothingFound.Zh }));
    }

    [Test]
    public async Task Coupon_of_an_item_is_told_with_its_price_and_the_groups_link()
    {
        _stage.Posting.Network.Links = text => text.Contains("100.html", StringComparison.Ordinal) ? ["100"] : [];
        await _stage.Posting.OfferAsync(Some.Deal("u1", price: 59, finalPrice: 39, title: "洗衣液") with { SkuId = "100", Coupon = Some.Coupon() });

        var text = (await _stage.SayAsync("查券 https://item.jd.com/100.html")).Single();

        Assert.That(text, Does.StartWith("有券：\n洗衣液\n券后 ¥39（商城价 ¥59，券 ¥20）\nhttps://d.example/g/"));
    }

    [Test]
    public async Task Item_that_no_group_would_be_posted_is_looked_up_all_the_same()
    {
        _stage.Posting.Network.Links = _ => ["100"];
        _stage.Posting.Network.Deals = query => query.ItemId == "100" ? [Some.Deal("100", price: 9999, rate: 0.1m, title: "最好的电视")] : [];

        var text = (await _stage.SayAsync("查券 https://item.jd.com/100.html")).Single();

        Assert.That(text, Does.StartWith("这件现在没有券：\n母婴\n¥9999\nhttps://"), "a title with a word that the law forbids is not said");
    }

    [Test]
    public async Task Another_item_is_never_passed_off_as_the_one_asked_for()
    {
        _stage.Posting.Network.Links = _ => ["100"];
        _stage.Posting.Network.Deals = query => query.ItemId is null ? [] : [Some.Deal("999")];

        Assert.That(await _stage.SayAsync("查券 https://item.jd.com/100.html"), Is.EqualTo(new[] { BotText.NoCoupon.Zh }));
    }

    [Test]
    public async Task Title_of_a_shared_text_leads_to_what_is_close_to_it_and_says_so()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "美的电饭煲 4L 家用智能 新款"));

        var text = (await _stage.SayAsync("查券 【京东】https://3.cn/x 「美的电饭煲4L家用智能」")).Single();

        Assert.That(text, Does.StartWith("没有查到一模一样的，这件比较接近：\n美的电饭煲"));
    }

    [Test]
    public async Task Word_that_the_owner_excludes_holds_for_what_members_ask_for()
    {
        _stage.Posting.Config.Write(SelectionFile.Name, """{ "selection": { "filter": { "excludedWords": ["香烟"] } } }""");
        _stage.Posting.Configuration.Refresh();
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "香烟收纳盒"));

        Assert.That(await _stage.SayAsync("查券 香烟收纳盒"), Is.EqualTo(new[] { BotText.NoCoupon.Zh }));
        Assert.That(await _stage.SayAsync("找 香烟收纳盒"), Is.EqualTo(new[] { BotText.NothingFound.Zh }));
    }

    [Test]
    public async Task Deal_without_the_groups_link_is_not_offered()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"));
        _stage.Posting.Network.Convert = _ => FakeNetwork.Refused();

        Assert.That(await _stage.SayAsync("找 纸尿裤"), Is.EqualTo(new[] { BotText.NoLink.Zh }));
    }

    [TestCase("找 https://evil.example/x @all {{ 1 + 1 }} '; DROP TABLE posts; --")]
    [TestCase("查券 https://evil.example/x @所有人 [CQ:at,qq=all] {{ deal.title }}")]
    public async Task Nothing_that_a_stranger_wrote_is_said_back(string text)
    {
        var answer = (await _stage.SayAsync(text)).Single();

        Assert.That(answer, Does.Not.Contain("evil").And.Not.Contain("@").And.Not.Contain("CQ").And.Not.Contain("2"));
        Assert.That(_stage.Posting.Query<long>("SELECT COUNT(*) FROM posts").Single(), Is.EqualTo(1));
    }
}
