using System.Net;
using System.Net.Sockets;
using System.Text;
using DealBot.Host.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DealBot.Host.Tests.Web;

public sealed class RedirectEndpointTests
{
    private WebStage _stage = null!;

    [SetUp]
    public async Task OpenAsync() => _stage = await WebStage.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _stage.DisposeAsync();

    [Test]
    public async Task Member_is_sent_on_to_exactly_the_stored_link()
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.GetValues("Location"), Is.EqualTo(new[] { WebStage.Target }));
    }

    [Test]
    public async Task Nobody_on_the_way_keeps_the_answer_or_learns_where_it_came_from()
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(response.Headers.GetValues("Cache-Control"), Is.EqualTo(new[] { "no-store" }));
        Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(response.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public async Task Click_is_on_the_disk_when_the_answer_arrives()
    {
        for (var clicks = 1; clicks <= 5; clicks++)
        {
            using var response = await _stage.AskAsync($"/g/{WebStage.Code}");

            Assert.That(_stage.Clicks(), Has.Count.EqualTo(clicks));
        }
    }

    [Test]
    public async Task Tapping_twice_is_one_click_of_one_person()
    {
        using var first = await _stage.AskAsync($"/g/{WebStage.Code}");
        using var second = await _stage.AskAsync($"/g/{WebStage.Code}");
        _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        using var third = await _stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(_stage.Clicks().Select(click => click.Kind), Is.EqualTo(new[] { "person", "repeat", "person" }));
    }

    [TestCase("Sec-Purpose", "prefetch;prerender")]
    [TestCase("Purpose", "prefetch")]
    [TestCase("X-Purpose", "preview")]
    [TestCase("X-Moz", "prefetch")]
    public async Task Page_fetched_ahead_is_kept_as_a_preview(string header, string value)
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}", headers: (header, value));

        Assert.That(_stage.Clicks().Select(click => click.Kind), Is.EqualTo(new[] { "preview" }));
    }

    [Test]
    public async Task Link_past_its_days_gets_a_page_in_Chinese_and_no_click()
    {
        _stage.Clock.Advance(TimeSpan.FromDays(60) - TimeSpan.FromSeconds(1));
        using var last = await _stage.AskAsync($"/g/{WebStage.Code}");
        _stage.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await _stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(last.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("这个链接已经过期"));
        Assert.That(_stage.Clicks(), Has.Count.EqualTo(1));
    }

    [TestCase("/g/" + WebStage.Code)]
    [TestCase("/g/bbbbbbbbbbb")]
    [TestCase("/")]
    [TestCase("/healthz")]
    [TestCase("/readyz")]
    public async Task Every_answer_is_guarded(string path)
    {
        using var response = await _stage.AskAsync(path);

        Assert.That(response.Headers.GetValues("Cache-Control"), Is.EqualTo(new[] { "no-store" }));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        Assert.That(response.Headers.GetValues("X-Robots-Tag"), Is.EqualTo(new[] { "noindex, nofollow" }));
    }

    [Test]
    public async Task Page_may_show_its_own_style_and_nothing_else()
    {
        using var response = await _stage.AskAsync("/g/bbbbbbbbbbb");
        var style = (await response.Content.ReadAsStringAsync()).Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain($"style-src 'sha256-{hash}'").And.Contain("frame-ancestors 'none'"));
    }

    [Test]
    public async Task Owner_names_his_phone_once_and_his_clicks_do_not_count()
    {
        var path = _stage.Get<DealBot.Host.Web.OwnDevices>().Path;
        using var named = await _stage.AskAsync(path);
        using var click = await _stage.AskAsync($"/g/{WebStage.Code}");
        using var guess = await _stage.AskAsync("/me/00000000000000000000000000000000");
        using var undone = await _stage.AskAsync($"{path}?off");
        using var again = await _stage.AskAsync($"/g/{WebStage.Code}");

        Assert.That(named.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await named.Content.ReadAsStringAsync(), Does.Contain("不再计入统计"));
        Assert.That(guess.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(_stage.Clicks().Select(kept => kept.Kind), Is.EqualTo(new[] { "own", "person" }));
    }

    [TestCase("GET", WebStage.WeChat, "person")]
    [TestCase("HEAD", WebStage.WeChat, "head")]
    [TestCase("GET", "TelegramBot (like TwitterBot)", "preview")]
    [TestCase("GET", "curl/8.5.0", "bot")]
    [TestCase("GET", null, "bot")]
    public async Task Click_is_kept_for_what_it_is(string method, string? userAgent, string kind)
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}", method, userAgent);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(_stage.Clicks().Select(click => click.Kind), Is.EqualTo(new[] { kind }));
    }

    [TestCase("/g/bbbbbbbbbbb", TestName = "Unknown_code_gets_the_page")]
    [TestCase("/", TestName = "Bare_address_gets_the_page")]
    [TestCase("/g/", TestName = "No_code_gets_the_page")]
    [TestCase("/g/short", TestName = "Short_code_gets_the_page")]
    [TestCase("/g/AAAAAAAAAAA", TestName = "Code_in_capitals_gets_the_page")]
    [TestCase("/g/..%2F..%2Fetc%2Fpasswd", TestName = "Path_for_a_code_gets_the_page")]
    [TestCase("/g/%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D%E5%AE%9D", TestName = "Chinese_code_gets_the_page")]
    [TestCase("/g/a'%20OR%201=1", TestName = "SQL_for_a_code_gets_the_page")]
    public async Task Link_that_is_none_gets_a_page_in_Chinese(string path)
    {
        using var response = await _stage.AskAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("<html lang=\"zh-CN\">").And.Contain("这个链接不存在或已失效"));
        Assert.That(_stage.Clicks(), Is.Empty);
    }

    [Test]
    public async Task A_wrong_code_is_answered_alike_however_near_it_is_to_a_right_one()
    {
        List<string> answers = [];
        foreach (var code in new[] { "zzzzzzzzzzz", WebStage.Code[..^1] + "b", "b" + WebStage.Code[1..], WebStage.Code[..^1] })
        {
            using var response = await _stage.AskAsync($"/g/{code}");
            var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            answers.Add($"{(int)response.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{await response.Content.ReadAsStringAsync()}");
        }

        Assert.That(answers, Has.All.EqualTo(answers[0]).And.All.StartsWith("404"));
    }

    [TestCase("?url=https://evil.example")]
    [TestCase("?redirect=//evil.example&next=https://evil.example")]
    [TestCase("?code=bbbbbbbbbbb")]
    [TestCase("/")]
    public async Task Query_can_not_change_the_target(string suffix)
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}{suffix}");

        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(WebStage.Target));
    }

    [TestCase("Host", "evil.example")]
    [TestCase("X-Forwarded-Host", "evil.example")]
    [TestCase("X-Forwarded-Proto", "javascript")]
    [TestCase("X-Forwarded-Prefix", "//evil.example")]
    [TestCase("X-Original-URL", "https://evil.example/")]
    [TestCase("X-HTTP-Method-Override", "DELETE")]
    [TestCase("Forwarded", "host=evil.example;proto=https")]
    [TestCase("Referer", "https://evil.example/")]
    public async Task Header_can_not_change_the_target(string name, string value)
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}", headers: (name, value));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(response.Headers.GetValues("Location"), Is.EqualTo(new[] { WebStage.Target }));
    }

    [TestCase("//evil.example/g/aaaaaaaaaaa")]
    [TestCase("/g/aaaaaaaaaaa//evil.example")]
    [TestCase("/g/aaaaaaaaaaa%2F%2Fevil.example")]
    [TestCase("/g/aaaaaaaaaaa%2F..%2Fbbbbbbbbbbb")]
    [TestCase("/g/https:%2F%2Fevil.example")]
    [TestCase("/g/aaaaaaaaaaa%0d%0aLocation:%20https:%2F%2Fevil.example")]
    public async Task Path_that_is_more_than_a_code_leads_nowhere(string path)
    {
        using var response = await _stage.AskAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Headers.Location, Is.Null);
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Other_methods_are_refused_and_count_for_nothing(string method)
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}", method);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(_stage.Clicks(), Is.Empty);
    }

    [Test]
    public async Task Visitor_is_who_the_proxy_on_this_machine_says()
    {
        using var first = await _stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "203.0.113.7"));
        using var second = await _stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "203.0.113.8"));

        Assert.That(_stage.Clicks().Select(click => click.Visitor), Is.EqualTo(new[] { _stage.VisitorOf("203.0.113.7"), _stage.VisitorOf("203.0.113.8") }));
    }

    [Test]
    public async Task Visitor_can_not_pass_for_somebody_else_before_the_proxy()
    {
        // A member may send the header as well; the proxy puts the address that it saw behind.
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "198.51.100.1, 203.0.113.7"));

        Assert.That(_stage.Clicks().Single().Visitor, Is.EqualTo(_stage.VisitorOf("203.0.113.7")));
    }

    [Test]
    public async Task Visitor_is_known_behind_as_many_proxies_as_are_trusted()
    {
        await using var stage = await WebStage.OpenAsync(static services => services.AddSingleton(new WebOptions { TrustedProxies = ["198.51.100.0/24"] }));

        // The member, who claims to be somebody else, the CDN that he reached, and the proxy on this machine, which calls.
        using var response = await stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", "192.0.2.1, 203.0.113.7, 198.51.100.20"));

        Assert.That(stage.Clicks().Single().Visitor, Is.EqualTo(stage.VisitorOf("203.0.113.7")));
    }

    [Test]
    public async Task Request_line_that_is_too_long_is_refused()
    {
        using var response = await _stage.AskAsync($"/g/{WebStage.Code}?{new string('a', 2100)}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestUriTooLong));
        Assert.That(_stage.Clicks(), Is.Empty);
    }

    [Test]
    public async Task Absolute_address_in_the_request_line_can_not_change_the_target()
    {
        var answer = await SayAsync($"GET http://evil.example/g/{WebStage.Code} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        Assert.That(answer, Does.Not.Contain("Location: http://evil").IgnoreCase);
        Assert.That(answer, Does.StartWith("HTTP/1.1 302").And.Contain($"Location: {WebStage.Target}\r\n").Or.StartWith("HTTP/1.1 400"));
    }

    [Test]
    public async Task Many_members_at_once_are_all_counted()
    {
        await Parallel.ForAsync(0, 200, async (number, _) =>
        {
            using var response = await _stage.AskAsync($"/g/{WebStage.Code}", headers: ("X-Forwarded-For", $"203.0.113.{number}"));
            response.Headers.Location!.GetHashCode();
        });

        Assert.That(_stage.Clicks().Select(click => click.Visitor).Distinct().Count(), Is.EqualTo(200));
    }

    private async Task<string> SayAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _stage.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
