using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

public sealed class ClickClassifierTests
{
    [TestCase("Mozilla/5.0 (Linux; Android 13; V2183A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160083 MMWEBSDK/20231105 MMWEBID/2247 MicroMessenger/8.0.44.2502(0x28002C51) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64", TestName = "WeChat_on_Android_is_a_person")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.43(0x18002b2d) NetType/WIFI Language/zh_CN", TestName = "WeChat_on_an_iPhone_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; Android 12; ELS-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/99.0.4844.88 Mobile Safari/537.36 wxwork/4.1.10 MicroMessenger/7.0.1 NetType/WIFI Language/zh ColorScheme/Light", TestName = "WeCom_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; U; Android 11; zh-CN; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.22.1.232 Mobile Safari/537.36 AliApp(DingTalk/7.0.40) com.alibaba.android.rimet/29", TestName = "DingTalk_is_a_person")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 QQ/8.9.28.635 V1_IPH_SQ_8.9.28_1_APP_A Pixel/1170", TestName = "QQ_is_a_person")]
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36", TestName = "A_desktop_browser_is_a_person")]
    [TestCase("something nobody has heard of", TestName = "What_is_not_known_is_a_person")]
    public void People(string userAgent) => Assert.That(ClickClassifier.Classify("GET", userAgent), Is.EqualTo(ClickKind.Person));

    [TestCase("TelegramBot (like TwitterBot)")]
    [TestCase("WhatsApp/2.23.20.0")]
    [TestCase("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [TestCase("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [TestCase("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)")]
    public void Previews_of_chat_apps_are_no_people(string userAgent) => Assert.That(ClickClassifier.Classify("GET", userAgent), Is.EqualTo(ClickKind.Preview));

    [TestCase("Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)")]
    [TestCase("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)")]
    [TestCase("curl/8.4.0")]
    [TestCase("Wget/1.21.3")]
    [TestCase("python-requests/2.31.0")]
    [TestCase("Go-http-client/1.1")]
    [TestCase("okhttp/4.9.3")]
    [TestCase("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36")]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase(null)]
    public void Scripts_and_crawlers_are_no_people(string? userAgent) => Assert.That(ClickClassifier.Classify("GET", userAgent), Is.EqualTo(ClickKind.Bot));

    [TestCase("HEAD")]
    [TestCase("head")]
    public void A_head_request_is_nobody_whatever_it_calls_itself(string method) =>
        Assert.That(ClickClassifier.Classify(method, "Mozilla/5.0 MicroMessenger/8.0.44"), Is.EqualTo(ClickKind.Head));
}
