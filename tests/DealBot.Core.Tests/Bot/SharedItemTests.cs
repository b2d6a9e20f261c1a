using DealBot.Core.Bot;

namespace DealBot.Core.Tests.Bot;

public sealed class SharedItemTests
{
    [TestCase("【京东】https://3.cn/2-AbCdEf?jkl=@x@ MF1234 「美的电饭煲4L家用智能」\n点击链接直接打开", "https://3.cn/2-AbCdEf?jkl=@x@", "美的电饭煲4L家用智能")]
    [TestCase("https://u.jd.com/abc123", "https://u.jd.com/abc123", "")]
    [TestCase("美的 电饭煲", null, "美的 电饭煲")]
    [TestCase("这个多少钱https://item.jd.com/1.html 好吗", "https://item.jd.com/1.html", "这个多少钱 好吗")]
    public void Link_and_title_are_told_apart(string text, string? link, string words) =>
        Assert.That(SharedItem.Of(text), Is.EqualTo(new SharedItem(link, words)));

    [Test]
    public void Words_are_never_long_nor_cut_within_an_emoji()
    {
        var words = SharedItem.Of(new string('纸', 59) + "😀" + new string('尿', 500)).Words;

        Assert.That(words, Is.EqualTo(new string('纸', 59)));
    }
}
