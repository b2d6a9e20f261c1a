using DealBot.Networks.Taobao;

namespace DealBot.Networks.Tests.Taobao;

public sealed class TaobaoItemLinksTests
{
    [TestCase("看看这个 https://item.taobao.com/item.htm?spm=a1&id=SimNewId-0001 不错", "SimNewId-0001")]
    [TestCase("https://detail.tmall.com/item.htm?id=673212345678&skuId=1", "673212345678")]
    [TestCase("https://detail.m.tmall.hk/item.htm?id=12345#x", "12345")]
    [TestCase("h5.m.taobao.com/awp/core/detail.htm?itemId=AbC_dEf-1", "AbC_dEf-1")]
    public void An_item_page_names_its_item(string text, string item) => Assert.That(TaobaoItemLinks.In(text), Is.EqualTo(new[] { item }));

    [TestCase("￥AbCdEfG￥ https://m.tb.cn/h.x 测试")]
    [TestCase("https://item.taobao.com.evil.example/item.htm?id=12345")]
    [TestCase("https://eviltaobao.com/item.htm?id=12345")]
    [TestCase("https://item.taobao.com/item.htm?id=1")]
    [TestCase("https://www.taobao.com/")]
    public void Nothing_else_does(string text) => Assert.That(TaobaoItemLinks.In(text), Is.Empty);
}
