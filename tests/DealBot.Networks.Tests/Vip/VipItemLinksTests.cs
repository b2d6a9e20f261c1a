using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipItemLinksTests
{
    [TestCase("看这个 https://m.vip.com/product-1710616528-6919197068968114384.html?x=1 好看", "6919197068968114384")]
    [TestCase("https://detail.vip.com/detail-1710620913-6917940288052200145.html", "6917940288052200145")]
    [TestCase("https://www.vipglobal.hk/detail-1710620913-6917940288052200145.html", "6917940288052200145")]
    [TestCase("https://click.union.vip.com/deeplink/showGoodsDetail?pid=6919197068968114384", "6919197068968114384")]
    public void Item_pages_are_recognised(string text, string item) => Assert.That(VipItemLinks.In(text), Is.EqualTo(new[] { item }));

    [TestCase("https://t.vip.com/mlCYWuKuVNA")]
    [TestCase("https://detail.vip.com.evil.example/detail-1-6917940288052200145.html")]
    [TestCase("https://evilvip.com/detail-1-6917940288052200145.html")]
    [TestCase("6917940288052200145")]
    [TestCase("")]
    public void What_says_no_item_leads_to_nothing(string text) => Assert.That(VipItemLinks.In(text), Is.Empty);
}
