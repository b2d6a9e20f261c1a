using System.Net;
using System.Net.Http.Headers;
using DealBot.Contracts;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdClientTests
{
    [TestCase("""{"error_response":{"code":"2","zh_desc":"限制时间内调用失败次数"}}""")]
    [TestCase("""<html><body>502</body></html>""")]
    [TestCase("""{"jd_union_open_goods_jingfen_query_responce":{"code":"0","queryResult":"{\"co""")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":""}}""")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":"{\"code\":429,\"message\":\"超频\"}"}}""")]
    [TestCase("")]
    public async Task What_passes_soon_is_tried_again(string body)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(body, body, JdSome.Goods(1, JdSome.Row()));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(1));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(3));
    }

    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    public async Task Passing_HTTP_faults_are_tried_again(HttpStatusCode status)
    {
        using var scene = new JdScene();
        scene.Gateway.AnswersStatus(status).Answers(JdSome.Goods(1, JdSome.Row()));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_broken_connection_is_tried_again()
    {
        using var scene = new JdScene();
        scene.Gateway
            .Then(() => throw new HttpRequestException("connection refused"))
            .Then(() => throw new IOException("reset"))
            .Answers(JdSome.Goods(1, JdSome.Row()));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_page_in_an_unknown_character_set_is_tried_again()
    {
        using var scene = new JdScene();
        scene.Gateway.Then(() =>
        {
            var content = new ByteArrayContent("<html>"u8.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue("text/html") { CharSet = "x-nobody-knows" };
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        }).Answers(JdSome.Goods(1, JdSome.Row()));

        Assert.That(await scene.ListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_call_that_times_out_to_the_end_is_a_transient_fault()
    {
        using var scene = new JdScene();
        scene.Gateway.Then(() => throw new TaskCanceledException("too slow"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That((exception!.Code, exception.IsTransient), Is.EqualTo(("timeout", true)));
    }

    [Test]
    public async Task Patience_ends_after_the_configured_retries()
    {
        using var scene = new JdScene(options: options => options with { MaxRetries = 2 });
        scene.Gateway.AnswersStatus(HttpStatusCode.BadGateway);

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That((exception!.Code, exception.IsTransient, scene.Gateway.Forms.Count), Is.EqualTo(("http_502", true, 3)));
        Assert.That(scene.Loggers.Lines.Count(line => line.Contains("http_502", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task No_retries_means_one_call()
    {
        using var scene = new JdScene(options: options => options with { MaxRetries = 0 });
        scene.Gateway.AnswersStatus(HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Waits_grow_from_one_retry_to_the_next()
    {
        using var scene = new JdScene();
        scene.Gateway.AnswersStatus(HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That(scene.Clock.Waits, Has.Count.EqualTo(3).And.Ordered.And.All.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Each_attempt_is_signed_anew_with_the_time_of_the_attempt()
    {
        using var scene = new JdScene();
        scene.Gateway
            .Then(() =>
            {
                scene.Clock.Advance(TimeSpan.FromMinutes(7));
                return new HttpResponseMessage(HttpStatusCode.BadGateway);
            })
            .Answers(JdSome.Goods(1, JdSome.Row()));

        await scene.ListAsync();

        var forms = scene.Gateway.Forms;
        Assert.That(forms[0]["timestamp"], Is.EqualTo("2026-01-15 12:00:00"));
        Assert.That(forms[1]["timestamp"], Does.StartWith("2026-01-15 12:07:0"));
        Assert.That(forms[1]["sign"], Is.Not.EqualTo(forms[0]["sign"]));
        Assert.That(forms[1]["360buy_param_json"], Is.EqualTo(forms[0]["360buy_param_json"]));
    }

    [TestCase("12", "AppSecret")]
    [TestCase("21", "AppKey")]
    [TestCase("8", "时间")]
    [TestCase("999", "京东原文")]
    public async Task Refused_accounts_are_told_what_to_mend_and_not_tried_again(string code, string word)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.GatewayError(code, "无效"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That((exception!.Code, exception.IsTransient, scene.Gateway.Forms.Count), Is.EqualTo((code, false, 1)));
        Assert.That(exception.Reason.Zh, Does.Contain(word).And.Contain($"代码 {code}"));
        Assert.That(exception.Reason.En, Does.Contain($"code {code}"));
    }

    [TestCase("500", true)]
    [TestCase("401", false)]
    public async Task Business_errors_are_not_tried_again(string code, bool transient)
    {
        using var scene = new JdScene();
        scene.Gateway.Answers(JdSome.Refusal(code));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        Assert.That((exception!.Code, exception.IsTransient, scene.Gateway.Forms.Count), Is.EqualTo((code, transient, 1)));
    }

    [Test]
    public async Task Cancellation_is_not_taken_for_a_time_out()
    {
        using var scene = new JdScene();
        using var cancelled = new CancellationTokenSource();
        scene.Gateway.Then(() =>
        {
            cancelled.Cancel();
            throw new OperationCanceledException(cancelled.Token);
        });

        var request = new LinkRequest(JdSome.Deal(), new Tracking("g1", null));
        await Assert.CatchAsync<OperationCanceledException>(() => scene.Network.ConvertAsync(request, cancelled.Token));
        Assert.That(scene.Gateway.Forms, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Secrets_are_in_no_text_even_if_the_gateway_repeats_them()
    {
        using var scene = new JdScene();
        scene.Gateway
            .AnswersStatus(HttpStatusCode.BadGateway, JdScene.Secret)
            .Answers(JdSome.GatewayError("999", $"key={JdScene.Secret} token={JdScene.Token}"));

        var exception = await Assert.ThrowsAsync<NetworkException>(() => scene.ListAsync());

        string[] texts =
        [
            $"{exception}",
            exception!.Reason.Zh,
            exception.Reason.En,
            $"{scene.Options}",
            $"{scene.Options.Accounts["main"]}",
            .. scene.Loggers.Lines,
        ];
        Assert.That(texts, Has.None.Contains(JdScene.Secret).And.None.Contains(JdScene.Token));
    }

    [Test]
    public async Task The_token_is_sent_only_if_there_is_one()
    {
        using var with = new JdScene();
        using var without = new JdScene(account: account => account with { AccessToken = "" });
        with.Gateway.Answers(JdSome.Goods(0));
        without.Gateway.Answers(JdSome.Goods(0));

        await with.ListAsync();
        await without.ListAsync();

        Assert.That(with.Gateway.Forms[0]["access_token"], Is.EqualTo(JdScene.Token));
        Assert.That(without.Gateway.Forms[0].Keys, Does.Not.Contain("access_token"));
    }
}
