using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Posting;

public sealed class PublicLinksTests
{
    [TestCase("https://deal.example.cn", true)]
    [TestCase("https://deal.example.cn/shop", true)]
    [TestCase("https://203.0.113.7", true)]
    [TestCase("http://deal.example.cn", false)]
    [TestCase("http://localhost:8080", false)]
    [TestCase("https://localhost", false)]
    [TestCase("https://nas", false)]
    [TestCase("https://nas.local", false)]
    [TestCase("https://127.0.0.1", false)]
    [TestCase("https://[::1]", false)]
    [TestCase("https://10.1.2.3", false)]
    [TestCase("https://172.20.0.1", false)]
    [TestCase("https://192.168.1.2", false)]
    [TestCase("https://[fd00::1]", false)]
    [TestCase("https://[2001:db8::1]", true)]
    public void Platforms_can_fetch_from_a_public_address_with_https_only(string baseUrl, bool can) =>
        Assert.That(new PublicLinks(new Uri(baseUrl)).ArePublic, Is.EqualTo(can));

    [TestCase("https://deal.example.cn", "https://deal.example.cn/g/abc")]
    [TestCase("http://localhost:8080/shop/", "http://localhost:8080/shop/g/abc")]
    [TestCase("https://购物.cn", "https://xn--g2xx48c.cn/g/abc")]
    public void A_post_s_own_link_is_one_whatever_the_address_of_the_service(string baseUrl, string link)
    {
        var links = new PublicLinks(new Uri(baseUrl));
        var post = new RenderedPost.Ready([StoredMessage.OfText($"链接：{links.For("abc")}，复制打开")], []) { QrCodes = [links.For("abc")] };

        Assert.That(links.For("abc"), Is.EqualTo(link));
        Assert.That(links.ForeignIn(post, [Some.PlannedDeal(code: "abc")]), Is.Null);
    }

    [TestCase("https://deal.example.cn", true, true)]
    [TestCase("http://localhost:8080", true, false)]
    [TestCase("http://localhost:8080", false, true)]
    public void A_platform_that_could_fetch_no_picture_is_sent_none(string baseUrl, bool fetches, bool takesPictures)
    {
        using var stage = new PostingStage();
        stage.Adapter.Limits = stage.Adapter.Limits with { PicturesByUrl = fetches };
        var scope = stage.Scope with { Links = new PublicLinks(new Uri(baseUrl)) };

        Assert.That(scope.LimitsFor("preview", "demo").Kinds.HasFlag(MessageKinds.Image), Is.EqualTo(takesPictures));
    }
}
