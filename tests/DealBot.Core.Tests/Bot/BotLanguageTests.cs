using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Bot;

/// <summary>A group whose language is English, and an owner who reads his digest in English.</summary>
public sealed class BotLanguageTests
{
    private BotStage _stage = null!;

    [SetUp]
    public void SetUp()
    {
        _stage = new BotStage();
        _stage.Posting.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\",", "\"id\": \"mama-1\", \"language\": \"english\",");
        _stage.Posting.Configuration.Refresh();
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Members_are_told_in_the_groups_language_what_they_may_ask() =>
        Assert.That(await _stage.SayAsync("help"), Is.EqualTo(new[]
        {
            "I can do this:\n· /find keyword: deals for this group\n· /coupon link or title: whether an item has a coupon",
        }));

    [Test]
    public async Task Deals_are_offered_in_the_groups_language()
    {
        await _stage.Posting.OfferAsync(Some.Deal("1", price: 59, finalPrice: 39, title: "好奇纸尿裤") with
        {
            Coupon = new Coupon(Money.FromYuan(20), Money.FromYuan(49), "p1", null, Some.Shanghai("2026-06-20 10:00")),
        });

        var found = (await _stage.SayAsync("/find 纸尿裤")).Single();
        var lookedUp = (await _stage.SayAsync("查券 好奇纸尿裤", sender: "m-2")).Single();

        const string Offer = "\n好奇纸尿裤\n¥39 with the coupon (shop price ¥59, ¥20 off orders from ¥49, to be claimed before 06-20 10:00 in China)\nhttps://d.example/g/";
        Assert.That(found, Does.StartWith("Found one:" + Offer));
        Assert.That(lookedUp, Does.StartWith("Nothing quite the same; this one comes close:" + Offer));
    }

    [Test]
    public async Task Commands_to_copy_are_explained_in_the_groups_language()
    {
        _stage.Posting.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\",", "\"id\": \"mama-1\", \"blockedNetworks\": [\"jd\"],");
        _stage.Posting.Configuration.Refresh();
        _stage.Posting.Network.Convert = request => new LinkResult.Converted(((LinkResult.Converted)FakeNetwork.Converted(request)).Link with { Command = "￥AbCdEfG￥" });
        await _stage.Posting.OfferAsync(Some.Deal("1", title: "纸尿裤"));

        Assert.That((await _stage.SayAsync("/find 纸尿裤")).Single(), Does.EndWith("\nCopy this text and open the shop's app: ￥AbCdEfG￥"));
    }

    [TestCase("/pause until 18:00", "“宝妈一群”: no posts until 06-01 18:00, except those made by hand.")]
    [TestCase("/pause forever", "For how long? Say /pause 2 hours, /pause 30 minutes or /pause until 18:00; /pause alone lasts until /resume.")]
    [TestCase("/resume", "No group is paused.")]
    [TestCase("/status", "next post 06-01 21:00, 0 sent today")]
    [TestCase("/skip", "There is no post to skip.")]
    [TestCase("/post something", "The item was not found; nothing is posted.")]
    [TestCase("/digest", "The digest is sent to where you read it every day.")]
    public async Task Owner_is_answered_in_the_language_of_the_group_where_he_orders(string said, string answer) =>
        Assert.That(await _stage.SayAsync(said, BotStage.Commander), Is.EqualTo(new[] { answer }));

    [Test]
    public async Task In_the_chat_of_his_digest_an_owner_is_answered_in_the_digests_language()
    {
        var before = await _stage.SayAsync("暂停", BotStage.Commander, "owner");

        // Templates of his own, since DealBot's English ones are not in the folder of this stage.
        _stage.Posting.Config.Edit(OwnersFile.Name, "\"digest\": {", "\"digest\": { \"language\": \"english\", \"template\": \"copy/default.sbn-txt\", \"chart\": \"posters/classic.sbn-svg\",");
        _stage.Posting.Configuration.Refresh();
        var after = await _stage.SayAsync("pause", BotStage.Commander, "owner");

        Assert.That(before.Concat(after), Is.EqualTo(new[]
        {
            "2 个群已暂停推送，直到你说恢复。手动发的照常。",
            "2 groups: no posts until you resume, except those made by hand.",
        }));
    }

    [Test]
    public async Task Words_of_the_owners_own_are_the_ones_that_help_shows()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "words": { "find": ["求"], "coupon": ["券", "promo"] } } }""");
        _stage.Posting.Configuration.Refresh();

        Assert.That((await _stage.SayAsync("help")).Single(), Does.Contain("· 求 keyword").And.Contain("· /promo link"));
    }

    [Test]
    public async Task Usual_word_that_the_owner_gave_another_meaning_is_not_shown_for_its_old_one()
    {
        _stage.Posting.Config.Write(BotFile.Name, """{ "bot": { "words": { "find": ["coupon"] } } }""");
        _stage.Posting.Configuration.Refresh();

        Assert.That((await _stage.SayAsync("help")).Single(), Does.Contain("· /coupon keyword").And.Contain("· 查券 link"));
    }

    [Test]
    public void Language_that_there_is_not_is_named_with_its_place()
    {
        _stage.Posting.Config.Edit(GroupsFile.Name, "\"english\"", "\"en\"");

        Assert.That(_stage.Posting.Config.Load().Faults.Single().In(Language.English), Does.StartWith("groups.json $.groups[0].language: ").And.Contain("chinese").And.Contain("english"));
    }
}
