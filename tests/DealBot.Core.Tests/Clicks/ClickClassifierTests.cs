using System.Net;
using System.Runtime.CompilerServices;
using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

public sealed class ClickClassifierTests
{
    private const string WeChat = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.43(0x18002b2d) NetType/WIFI Language/zh_CN";

    private static readonly ClickClassifier Classifier = new(new ClickOptions
    {
        OwnNetworks = ["203.0.113.7", "2001:db8:1::/48"],
        BotNetworks = ["198.51.100.0/24"],
    });

    // In-app browsers, as public code records them: members read the group's links in these.
    [TestCase("Mozilla/5.0 (Linux; Android 13; V2183A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160083 MMWEBSDK/20231105 MMWEBID/2247 MicroMessenger/8.0.44.2502(0x28002C51) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64", TestName = "WeChat_on_Android_is_a_person")]
    [TestCase(WeChat, TestName = "WeChat_on_an_iPhone_is_a_person")]
    [TestCase("Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.143 Safari/537.36 MicroMessenger/7.0.9.501 NetType/WIFI MiniProgramEnv/Windows WindowsWechat", TestName = "WeChat_on_Windows_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; Android 14; PGU110 Build/UKQ1.230924.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 MQQBrowser/6.2 TBS/046913 Mobile Safari/537.36 wxwork/4.1.20 MicroMessenger/7.0.1 NetType/4G Language/zh Lang/zh ColorScheme/Dark", TestName = "WeCom_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; U; Android 11; zh-CN; M2012K11AC Build/RKQ1.200826.002) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.22.0.36 Mobile Safari/537.36 AliApp(DingTalk/6.0.7.1) com.alibaba.android.rimet.zju/14785964 Channel/1543545060864 language/zh-CN 2ndType/exclusive UT4Aplus/0.2.25 colorScheme/light", TestName = "DingTalk_on_Android_is_a_person")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 26_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/23E246 AliApp(DingTalk/7.8.1) com.laiwang.DingTalk/46766536 Channel/201200 language/zh-Hans-CN UT4Aplus/0.0.6 WK", TestName = "DingTalk_on_an_iPhone_is_a_person")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 26_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 QQ/9.3.0.612 V1_IPH_SQ_9.3.0_1_APP_A Pixel/1179 MiniAppEnable SimpleUISwitch/1 StudyMode/0 CurrentMode/1 CurrentFontScale/1.000000 QQTheme/2971 AppId/537359287 Core/WKWebView", TestName = "QQ_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; Android 10; LIO-AN00 Build/HUAWEILIO-AN00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/75.0.3770.156 Mobile Safari/537.36 Lark/3.29.4 LarkLocale/zh_CN SDK-Version/3.29.13", TestName = "Feishu_on_Android_is_a_person")]
    [TestCase("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/537.36 (KHTML, like Gecko) Lark/3.24.9 Chrome/73.0.3683.119 Electron/5.0.0 Safari/537.36 LarkLocale/zh_CN SDK-Version/3.24.13", TestName = "Feishu_on_a_desktop_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; U; Android 12; zh-CN; M2102J2SC Build/SKQ1.211006.001) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/15.5.8.1258 Mobile Safari/537.36", TestName = "A_phones_own_browser_is_a_person")]
    [TestCase("Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36", TestName = "A_Cubot_phone_is_a_person")]
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36", TestName = "A_desktop_browser_is_a_person")]
    public void People(string userAgent) => Assert.That(Classify(userAgent), Is.EqualTo((ClickKind.Person, "")));

    // Fetchers of previews that name themselves: github.com/monperrus/crawler-user-agents 1.60.0, tag social-preview. Of WeChat, WeCom, QQ and
    // Feishu no name of a fetcher was found in any public list: theirs go by network (BotNetworks) and by haste (many_links).
    [TestCase("DingTalkBot-LinkService/1.0 (+https://open-doc.dingtalk.com/microapp/faquestions/ftpfeu)")]
    [TestCase("TelegramBot (like TwitterBot)")]
    [TestCase("WhatsApp/2.16.57 A")]
    [TestCase("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [TestCase("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [TestCase("Slack-ImgProxy 0.59 (+https://api.slack.com/robots)")]
    [TestCase("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)")]
    [TestCase("Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5")]
    [TestCase("MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview")]
    [TestCase("Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots")]
    [TestCase("Chatwork LinkPreview v1")]
    [TestCase("Mattermost-Bot/1.1")]
    public void Fetchers_of_previews_are_no_people(string userAgent) => Assert.That(Classify(userAgent), Is.EqualTo((ClickKind.Preview, "preview_fetcher")));

    // The apps' own network code, which fetches without a page being shown. The first is recorded by several clients of WeChat's protocol,
    // the second by a client of Feishu's documents; that either fetches previews of links is a guess.
    [TestCase("MicroMessenger Client")]
    [TestCase("DocsSDK/3.31.2 Lark/3.31.0-alpha CFNetwork/unknown Darwin/19.5.0 Mobile iPhone10,3 iOS/13.5.1")]
    public void Apps_that_fetch_by_themselves_are_no_people(string userAgent) => Assert.That(Classify(userAgent), Is.EqualTo((ClickKind.Preview, "app_itself")));

    // Crawlers, scripts and automatons: the same list.
    [TestCase("Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)", "crawler")]
    [TestCase("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "crawler")]
    [TestCase("Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)", "crawler")]
    [TestCase("Mozilla/5.0 (Windows NT 6.2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/31.0.1650.63 Safari/537.36 QIHU 360SE; 360Spider", "crawler")]
    [TestCase("Mozilla/5.0 (Linux; Android 8.0; Pixel 2 Build/OPD3.170816.012) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/54.0.5216.1326 Mobile Safari/537.36; Bytespider", "crawler")]
    [TestCase("Mozilla/5.0 (compatible;PetalBot;+https://webmaster.petalsearch.com/site/petalbot)", "crawler")]
    [TestCase("Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)", "crawler")]
    [TestCase("curl/8.4.0", "script")]
    [TestCase("Wget/1.14 (linux-gnu)", "script")]
    [TestCase("python-requests/2.31.0", "script")]
    [TestCase("Go-http-client/1.1", "script")]
    [TestCase("okhttp/4.9.3", "script")]
    [TestCase("axios/0.19.0", "script")]
    [TestCase("Dalvik/2.1.0 (Linux; U; Android 10; Redmi K20 Pro Premium Edition MIUI/V11.0.5.0.QFKCNXM)", "script")]
    [TestCase("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36", "automaton")]
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36; Selenium", "automaton")]
    [TestCase("Mozilla/5.0 (compatible; Crazy Egg; +https://www.crazyegg.com/)", "names_an_address")]
    [TestCase("Zapier", "no_browser")]
    [TestCase("something nobody has heard of", "no_browser")]
    [TestCase("", "no_user_agent")]
    [TestCase("   ", "no_user_agent")]
    public void Scripts_and_crawlers_are_no_people(string userAgent, string rule) => Assert.That(Classify(userAgent), Is.EqualTo((ClickKind.Bot, rule)));

    [TestCase("HEAD")]
    [TestCase("head")]
    public void A_head_request_is_nobody_whatever_it_calls_itself(string method) => Assert.That(Classify(WeChat, method: method), Is.EqualTo((ClickKind.Head, "head")));

    // Chromium and Firefox send the first two (Chromium's preloading_headers.cc, MDN on Sec-Purpose); the others are what came before them.
    [TestCase("prefetch")]
    [TestCase("prefetch;prerender")]
    [TestCase("prefetch;anonymous-client-ip")]
    [TestCase("preview")]
    [TestCase("instant")]
    public void A_page_fetched_before_anybody_asked_for_it_is_nobody(string purpose) => Assert.That(Classify(WeChat, purpose: purpose), Is.EqualTo((ClickKind.Preview, "prefetch")));

    [TestCase("203.0.113.7", ClickKind.Own, "own_network")]
    [TestCase("2001:db8:1:2::3", ClickKind.Own, "own_network")]
    [TestCase("198.51.100.200", ClickKind.Bot, "bot_network")]
    [TestCase("203.0.113.8", ClickKind.Person, "")]
    [TestCase("2001:db8:2::1", ClickKind.Person, "")]
    public void A_network_that_the_owner_names_is_what_he_says(string address, ClickKind kind, string rule) =>
        Assert.That(Classify(WeChat, address: address), Is.EqualTo((kind, rule)));

    [Test]
    public void The_owners_own_device_is_no_member() => Assert.That(
        Classifier.Classify(new ClickRequest("GET", WeChat, null, IPAddress.Loopback, IsOwnDevice: true)), Is.EqualTo((ClickKind.Own, "own_device")));

    [Test]
    public void Agent_longer_than_any_browser_s_is_judged_and_not_kept_in_memory()
    {
        var agent = JudgedOnce();
        GC.Collect();

        Assert.That(agent.IsAlive, Is.False);

        // In a method of its own, so that nothing here holds the text.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference JudgedOnce()
        {
            var agent = $"curl/{new string('8', 7_000)}";
            Assert.That(Classify(agent), Is.EqualTo((ClickKind.Bot, "script")));
            return new WeakReference(agent);
        }
    }

    private static (ClickKind Kind, string Rule) Classify(string userAgent, string method = "GET", string? purpose = null, string address = "192.0.2.1") =>
        Classifier.Classify(new ClickRequest(method, userAgent, purpose, IPAddress.Parse(address), IsOwnDevice: false));
}
