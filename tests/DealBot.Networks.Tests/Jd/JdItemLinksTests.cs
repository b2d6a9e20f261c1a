using DealBot.Networks.Jd;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdItemLinksTests
{
    [TestCase("https://item.jd.com/100012043978.html", "100012043978")]
    [TestCase("http://item.m.jd.com/product/100012043978.html?utm_source=x&sku=5", "100012043978")]
    [TestCase("看看这个item.jd.com/100012043978.html怎么样", "100012043978")]
    [TestCase("https://item.jd.hk/1234567.html", "1234567")]
    [TestCase("https://npcitem.jd.hk/1234567.html", "1234567")]
    [TestCase("https://item.m.jd.com/ware/view.action?a=b&wareId=100012043978", "100012043978")]
    [TestCase("https://in.m.jd.com/product/jieshao?sku=100012043978#x", "100012043978")]
    [TestCase("https://jingfen.jd.com/detail/MsDx_abc-DEF0123456789.html", "MsDx_abc-DEF0123456789")]
    public void Item_page_is_recognised(string text, string id) => Assert.That(JdItemLinks.In(text), Is.EqualTo(new[] { id }));

    [Test]
    public void Several_come_in_their_order_and_each_once() => Assert.That(
        JdItemLinks.In("https://item.jd.com/111111.html https://item.m.jd.com/product/222222.html https://item.jd.com/111111.html"),
        Is.EqualTo(new[] { "111111", "222222" }));

    [TestCase("https://u.jd.com/abc123")]
    [TestCase("https://item.jd.com.evil.example/100012043978.html")]
    [TestCase("https://evil.example/item.taobao.com/100012043978.html")]
    [TestCase("https://notjd.com/100012043978.html")]
    [TestCase("https://item.jd.com/12.html")]
    [TestCase("100012043978")]
    [TestCase("")]
    public void Anything_else_is_not(string text) => Assert.That(JdItemLinks.In(text), Is.Empty);

    [Test]
    public void Text_made_to_keep_it_busy_is_done_with_at_once() =>
        Assert.That(JdItemLinks.In(string.Concat(Enumerable.Repeat("a.jd.com/?sku=1&", 4000))), Is.Empty);
}
