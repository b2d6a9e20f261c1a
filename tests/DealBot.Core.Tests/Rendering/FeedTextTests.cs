using DealBot.Core.Rendering;

namespace DealBot.Core.Tests.Rendering;

public sealed class FeedTextTests
{
    /// <summary>What each platform takes for a mention, or for more than text, within a text.</summary>
    private static readonly string[] Read = ["<at", "</at", "<@", "<font", "<!", "[CQ:", "@", "]("];

    [TestCase("""<at user_id="all">所有人</at> 纸尿裤""", TestName = "Feishu, text")]
    [TestCase("<at id=all></at>纸尿裤", TestName = "Feishu, card")]
    [TestCase("<@all>纸尿裤<@zhangsan>", TestName = "WeCom")]
    [TestCase("""<font color="warning">假通知</font>""", TestName = "WeCom, markdown")]
    [TestCase("[CQ:at,qq=all]纸尿裤[cq:image,file=http://evil.example/a.jpg]", TestName = "OneBot")]
    [TestCase("@全体成员 @所有人 @13800000000 纸尿裤", TestName = "QQ, WeChat, DingTalk")]
    [TestCase("纸尿裤 @channel_of_a_stranger", TestName = "Telegram")]
    [TestCase("[点我领取](https://evil.example)", TestName = "any markdown")]
    public void Nothing_of_a_network_mentions_anybody(string title)
    {
        var shown = FeedText.Of(title);

        Assert.That(Read.Where(mark => shown.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(shown, Has.Length.EqualTo(title.Length));
    }

    [TestCase("适用<10kg 3>2 [大号] (2包) a<b")]
    [TestCase("花王 纸尿裤 L54 片")]
    [TestCase("")]
    public void What_means_nothing_to_any_platform_stays(string title) => Assert.That(FeedText.Of(title), Is.EqualTo(title.Replace("a<b", "a＜b", StringComparison.Ordinal)));

    [Test]
    public void Nothing_stays_nothing() => Assert.That(FeedText.Of(null), Is.Null);
}
