using System.Net;
using System.Security.Cryptography;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Host.Tests.Web;

/// <summary>A link that its chat blocks, opened in WeChat's browser and elsewhere.</summary>
public sealed class CommandPageTests
{
    private const string Code = "ccccccccccc";
    private const string Command = "￥AbC<dEf>G￥";
    private const string Safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1";
    private const string WeCom = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 wxwork/4.1.20 MicroMessenger/7.0.1 Language/zh";

    private WebStage _stage = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _stage = await WebStage.OpenAsync();
        var link = new TrackingLink(new Uri("https://uland.taobao.com/coupon/edetail?e=a"), new Tracking(null, "111222333"), null) { Command = Command };
        var deal = Some.PlannedDeal(Some.Deal("7") with { Key = new DealKey("taobao", "7") }, Code) with { Link = link };
        await _stage.Get<IOutbox>().PlanAsync(Some.Post("p-command", groupId: "mama-2") with { Deals = [deal] }, CancellationToken.None);
    }

    [TearDown]
    public async Task CloseAsync() => await _stage.DisposeAsync();

    [TestCase(WebStage.WeChat)]
    [TestCase(WeCom)]
    public async Task In_WeChat_a_member_gets_the_command_to_copy_in_place_of_a_blocked_page(string userAgent)
    {
        using var response = await _stage.AskAsync($"/g/{Code}", userAgent: userAgent);
        var page = await response.Content.ReadAsStringAsync();

        Assert.That((response.StatusCode, response.Headers.Location), Is.EqualTo((HttpStatusCode.OK, (Uri?)null)));
        Assert.That(WebUtility.HtmlDecode(page), Does.Contain(Command).And.Contain("复制口令，打开淘宝").And.Contain("打开手机上的淘宝"));
        Assert.That(page, Does.Not.Contain("<dEf>"), "what the network sent is no markup");
        Assert.That(response.Headers.GetValues("Cache-Control"), Is.EqualTo(new[] { "no-store" }));
    }

    [Test]
    public async Task Elsewhere_a_member_is_sent_on()
    {
        using var response = await _stage.AskAsync($"/g/{Code}", userAgent: Safari);

        Assert.That((response.StatusCode, response.Headers.Location?.Host), Is.EqualTo((HttpStatusCode.Found, "uland.taobao.com")));
    }

    [Test]
    public async Task The_click_counts_by_the_usual_rules()
    {
        using var person = await _stage.AskAsync($"/g/{Code}");
        using var again = await _stage.AskAsync($"/g/{Code}");
        using var ahead = await _stage.AskAsync($"/g/{Code}", headers: ("Sec-Purpose", "prefetch"));

        Assert.That(_stage.Clicks().Select(click => (click.Code, click.Kind)), Is.EqualTo(new[] { (Code, "person"), (Code, "repeat"), (Code, "preview") }));
    }

    [Test]
    public async Task The_page_may_run_its_own_script_and_nothing_else()
    {
        using var response = await _stage.AskAsync($"/g/{Code}");
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'"));
        Assert.That(policy, Does.Contain($"style-src '{HashOf(page, "style")}'").And.Contain($"script-src '{HashOf(page, "script")}'"));
    }

    [Test]
    public async Task Asking_for_the_headers_alone_gets_no_page()
    {
        using var response = await _stage.AskAsync($"/g/{Code}", "HEAD");

        Assert.That((response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    private static string HashOf(string page, string element)
    {
        var text = page.Split($"<{element}>")[1].Split($"</{element}>")[0];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }
}
