using DealBot.Core.Links;

namespace DealBot.Core.Tests.Links;

public sealed class OutgoingLinksTests
{
    private const string Own = "https://d.example/g/abcdefghjkm";

    [TestCase("看 https://d.example/g/abcdefghjkm。快来")]
    [TestCase("https://d.example/g/abcdefghjkm，https://d.example/g/abcdefghjkm!")]
    [TestCase("**[点我](https://d.example/g/abcdefghjkm)**")]
    [TestCase("**https://d.example/g/abcdefghjkm**")]
    [TestCase("<a href=\"https://d.example/g/abcdefghjkm\">抢</a>")]
    [TestCase("京东JD.COM 定制 1.5L/瓶 满199-20 9:30/21:30 No.1 ASP.NET 入门 3.2.1/盒 8:00:00/场 固件1.2.3.4")]
    [TestCase("")]
    [TestCase(null)]
    public void A_posts_own_links_and_words_that_are_none_are_fine(string? text) =>
        Assert.That(OutgoingLinks.Foreign(text, [Own], []), Is.Null);

    [TestCase("看 https://item.example/1001", "item.example")]
    [TestCase("HTTPS://U.JD.COM/abc 抢", "U.JD.COM")]
    [TestCase("戳u.jd.com/abc", "u.jd.com")]
    [TestCase("www.shop-7.com.cn 有货", "www.shop-7.com.cn")]
    [TestCase("tbopen://m.example/x", "m.example")]
    [TestCase("戳u.jd.com:8080/abc", "u.jd.com")]
    [TestCase("戳203.0.113.7/abc", "203.0.113.7")]
    [TestCase("戳203.0.113.7:81/?a", "203.0.113.7")]
    [TestCase("戳shop.xn--fiqs8s/abc", "shop.xn--fiqs8s")]
    [TestCase("戳deals.international/abc", "deals.international")]
    [TestCase("https://user:secret@evil.example:8443/x", "evil.example")]
    [TestCase("https://d.example/g/abcdefghjkmn", "d.example", TestName = "Another posts link is not its own")]
    [TestCase("https://d.example/g/abcdefghjkm?to=x", "d.example", TestName = "Its own link with an addition is not its own")]
    [TestCase("https://d.example.evil.example/g/abcdefghjkm", "d.example.evil.example")]
    [TestCase("https://d.example/g/abcdefghjkm https://evil.example", "evil.example")]
    public void Every_other_link_is_found_and_told_by_its_host_alone(string text, string host) =>
        Assert.That(OutgoingLinks.HostOf(OutgoingLinks.Foreign(text, [Own], [])!), Is.EqualTo(host));

    [TestCase("https://www.example.cn/me", "www.example.cn", true)]
    [TestCase("https://WWW.example.cn/me", "www.example.cn", true)]
    [TestCase("https://a.www.example.cn/me", "www.example.cn", false)]
    [TestCase("https://a.example.cn/me", "*.example.cn", true)]
    [TestCase("https://example.cn/me", "*.example.cn", true)]
    [TestCase("https://evilexample.cn/me", "*.example.cn", false)]
    [TestCase("https://www.example.cn@evil.example/me", "www.example.cn", false)]
    public void A_host_that_the_owner_allows_is_fine(string text, string allowed, bool fine) =>
        Assert.That(OutgoingLinks.Foreign(text, [Own], [allowed]) is null, Is.EqualTo(fine));
}
