using DealBot.Core.Bot;
using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Bot;

public sealed class BotCommandReaderTests
{
    [TestCase("帮助", BotVerb.Help, "")]
    [TestCase(" HELP ", BotVerb.Help, "")]
    [TestCase("找 纸尿裤 L 码", BotVerb.Find, "纸尿裤 L 码")]
    [TestCase("帮助～", BotVerb.Help, "")]
    [TestCase("幫助", BotVerb.Help, "")]
    [TestCase("暫停 2小時", BotVerb.Pause, "2小時")]
    [TestCase("恢復", BotVerb.Resume, "")]
    [TestCase("發 jd:123", BotVerb.Post, "jd:123")]
    [TestCase("查劵 电饭煲", BotVerb.Coupon, "电饭煲")]
    [TestCase("找：纸尿裤", BotVerb.Find, "纸尿裤")]
    [TestCase("查券 https://item.jd.com/1.html", BotVerb.Coupon, "https://item.jd.com/1.html")]
    [TestCase("查券https://item.jd.com/1.html", BotVerb.Coupon, "https://item.jd.com/1.html")]
    [TestCase("查 电饭煲", BotVerb.Coupon, "电饭煲")]
    [TestCase("暂停", BotVerb.Pause, "")]
    [TestCase("暂停2小时", BotVerb.Pause, "2小时")]
    [TestCase("暂停 到 18:00", BotVerb.Pause, "到 18:00")]
    [TestCase("发 jd:123", BotVerb.Post, "jd:123")]
    [TestCase("找", BotVerb.Find, "")]
    [TestCase("/find diapers", BotVerb.Find, "diapers")]
    [TestCase("/找 纸尿裤", BotVerb.Find, "纸尿裤")]
    [TestCase("Find: diapers", BotVerb.Find, "diapers")]
    [TestCase("coupon https://item.jd.com/1.html", BotVerb.Coupon, "https://item.jd.com/1.html")]
    [TestCase("pause 2 hours", BotVerb.Pause, "2 hours")]
    [TestCase("Resume", BotVerb.Resume, "")]
    [TestCase("status", BotVerb.Status, "")]
    [TestCase("digest", BotVerb.Digest, "")]
    [TestCase("skip!", BotVerb.Skip, "")]
    [TestCase("/post jd:123", BotVerb.Post, "jd:123")]
    public void Word_and_what_follows_it_are_a_command(string text, BotVerb verb, string argument) =>
        Assert.That(BotCommandReader.Read(text, new BotWords(), isToBot: false), Is.EqualTo(new BotCommand(verb, argument)));

    [TestCase("找到了")]
    [TestCase("帮助一下")]
    [TestCase("查了半天")]
    [TestCase("发烧了怎么办")]
    [TestCase("暂停键在哪")]
    [TestCase("恢复得不错")]
    [TestCase("大家早上好")]
    [TestCase("我想找 纸尿裤")]
    [TestCase("Find me later")]
    [TestCase("coupon codes are gone")]
    [TestCase("post it tomorrow")]
    [TestCase("pause for a moment")]
    [TestCase("help me with this")]
    [TestCase("")]
    public void Talk_that_only_begins_like_a_command_is_none(string text) =>
        Assert.That(BotCommandReader.Read(text, new BotWords(), isToBot: false), Is.Null);

    [Test]
    public void Who_mentions_the_bot_need_not_take_care_of_spaces() =>
        Assert.That(BotCommandReader.Read("找纸尿裤", new BotWords(), isToBot: true), Is.EqualTo(new BotCommand(BotVerb.Find, "纸尿裤")));

    [TestCase("find diapers", true)]
    [TestCase("findings of today", false)]
    public void Words_of_Latin_letters_end_where_a_word_ends_also_for_who_mentions_the_bot(string text, bool isCommand) =>
        Assert.That(BotCommandReader.Read(text, new BotWords(), isToBot: true) is not null, Is.EqualTo(isCommand));

    [TestCase("/找 纸尿裤", true)]
    [TestCase("/发财", false)]
    public void Slash_before_a_Chinese_word_is_no_mention(string text, bool isCommand) =>
        Assert.That(BotCommandReader.Read(text, new BotWords(), isToBot: false) is not null, Is.EqualTo(isCommand));

    [Test]
    public void Words_may_begin_with_a_slash() =>
        Assert.That(BotCommandReader.Read("/求 纸尿裤", new BotWords { Find = ["/求"] }, isToBot: false), Is.EqualTo(new BotCommand(BotVerb.Find, "纸尿裤")));

    [Test]
    public void Usual_English_word_has_the_meaning_that_the_owner_gave_it()
    {
        var words = new BotWords { Find = ["find", "coupon"] };

        Assert.That(BotCommandReader.Read("/coupon 纸尿裤", words, isToBot: false), Is.EqualTo(new BotCommand(BotVerb.Find, "纸尿裤")));
        Assert.That(BotCommandReader.WordsOf(words).SelectMany(said => said.Words), Is.Unique);
    }

    [Test]
    public void Words_are_the_configurations()
    {
        var words = new BotWords { Find = ["求"] };

        Assert.That(BotCommandReader.Read("求 纸尿裤", words, isToBot: false), Is.EqualTo(new BotCommand(BotVerb.Find, "纸尿裤")));
        Assert.That(BotCommandReader.Read("找 纸尿裤", words, isToBot: false), Is.Null);
    }
}
