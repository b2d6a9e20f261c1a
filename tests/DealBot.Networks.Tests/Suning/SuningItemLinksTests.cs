using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningItemLinksTests
{
    [TestCase("看 https://product.suning.com/0070057321/11222350513.html?x=1")]
    [TestCase("https://m.suning.com/product/0070057321/11222350513.html")]
    [TestCase("http://product.m.suning.com/0070057321/00000011222350513.html")]
    public void Item_pages_are_recognised(string text) => Assert.That(SuningItemLinks.In(text), Is.EqualTo(new[] { SuningSome.Item }));

    [TestCase("https://sugs.suning.com/BOY9MJPP")]
    [TestCase("https://product.suning.com.evil.example/1/2.html")]
    [TestCase("https://evilproduct.suning.com/1/2.html")]
    [TestCase("https://product.suning.com/1/0.html")]
    [TestCase("")]
    public void What_says_no_item_leads_to_nothing(string text) => Assert.That(SuningItemLinks.In(text), Is.Empty);
}
