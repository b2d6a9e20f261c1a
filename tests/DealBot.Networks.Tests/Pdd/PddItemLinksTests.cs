using DealBot.Networks.Pdd;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddItemLinksTests
{
    [TestCase("https://mobile.yangkeduo.com/goods.html?goods_id=600000000001", "600000000001")]
    [TestCase("https://mobile.yangkeduo.com/goods2.html?_wv=1&goods_id=600000000001&refer=x", "600000000001")]
    [TestCase("看这个mobile.pinduoduo.com/goods1.html?goods_id=600000000001#top", "600000000001")]
    [TestCase("https://yangkeduo.com/goods.html?goods_id=600000000001", "600000000001")]
    [TestCase("https://mobile.yangkeduo.com/duo_coupon_landing.html?goods_id=600000000001&goods_sign=c9r2Sim_J0001&pid=1_2", "c9r2Sim_J0001")]
    public void Item_page_is_recognised(string text, string id) => Assert.That(PddItemLinks.In(text), Is.EqualTo(new[] { id }));

    [Test]
    public void Several_come_in_their_order_and_each_once() => Assert.That(
        PddItemLinks.In("https://mobile.yangkeduo.com/goods.html?goods_id=111111 https://mobile.yangkeduo.com/goods2.html?goods_id=222222 mobile.yangkeduo.com/goods.html?goods_id=111111"),
        Is.EqualTo(new[] { "111111", "222222" }));

    [TestCase("https://p.pinduoduo.com/abc123")]
    [TestCase("https://mobile.yangkeduo.com/goods.html?ps=AbCdEf")]
    [TestCase("https://mobile.yangkeduo.com.evil.example/goods.html?goods_id=600000000001")]
    [TestCase("https://notyangkeduo.com/goods.html?goods_id=600000000001")]
    [TestCase("https://mobile.yangkeduo.com/goods.html?goods_id=12")]
    [TestCase("https://mobile.yangkeduo.com/mall_page.html?mall_id=123456")]
    [TestCase("")]
    public void Anything_else_is_not(string text) => Assert.That(PddItemLinks.In(text), Is.Empty);

    [Test]
    public void Text_made_to_keep_it_busy_is_done_with_at_once() =>
        Assert.That(PddItemLinks.In(string.Concat(Enumerable.Repeat("a.yangkeduo.com/a?goods_id=1&", 4000))), Is.Empty);
}
