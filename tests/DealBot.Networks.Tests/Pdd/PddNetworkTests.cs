using System.Net;
using DealBot.Contracts;
using DealBot.Networks.Pdd;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddNetworkTests
{
    private static readonly string Filed = PddSome.Authority(1);

    private static readonly string Link = PddSome.Links(("url", PddSome.Long(custom: """{"uid":"dealbot"}""")), ("short_url", "https://p.pinduoduo.com/SiM0001"));

    [Test]
    public async Task An_account_in_order_has_no_faults()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(Filed, PddSome.Goods(1, PddSome.Row()), Link, PddSome.Orders(0));

        Assert.That(await scene.Network.TestAsync(default), Is.Empty);
        Assert.That(scene.Gateway.Forms.Select(form => form["type"].Split('.')[2]), Is.EqualTo(new[] { "member", "goods", "goods", "order" }));
        Assert.That((scene.Gateway.Forms[0]["pid"], scene.Gateway.Forms[0]["custom_parameters"]), Is.EqualTo((PddScene.Pid, """{"uid":"dealbot"}""")));
    }

    [Test]
    public async Task A_position_not_on_file_comes_with_the_link_that_files_it()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(
            PddSome.Authority(0),
            """{"rp_promotion_url_generate_response":{"url_list":[{"short_url":"https://p.pinduoduo.com/FiLe01","url":"https://mobile.yangkeduo.com/x"}],"request_id":"1"}}""");

        var fault = (await scene.Network.TestAsync(default)).Single();

        Assert.That(fault.Field, Is.EqualTo("Pid"));
        Assert.That(fault.Reason.Zh, Does.Contain("备案").And.Contain(PddScene.Pid).And.Contain("https://p.pinduoduo.com/FiLe01"));
        Assert.That((scene.Gateway.Forms[1]["channel_type"], scene.Gateway.Forms[1]["p_id_list"]), Is.EqualTo(("10", $"[\"{PddScene.Pid}\"]")));
    }

    [Test]
    public async Task A_filing_link_to_a_strange_host_is_not_passed_on()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Authority(0), """{"rp_promotion_url_generate_response":{"url_list":[{"url":"https://evil.example/x"}]}}""");

        var fault = (await scene.Network.TestAsync(default)).Single();

        Assert.That(fault.Reason.Zh, Does.Not.Contain("evil").And.Contain("jinbao.pinduoduo.com"));
    }

    [Test]
    public async Task Every_position_of_the_pool_is_asked_about()
    {
        using var scene = new PddScene(account => account with { Positions = ["12345678_1", "12345678_2"] });
        scene.Gateway.Answers(
            Filed, Filed, PddSome.Authority(0), """{"rp_promotion_url_generate_response":{"url_list":[]}}""", PddSome.Goods(1, PddSome.Row()), Link, PddSome.Orders(0));

        var fault = (await scene.Network.TestAsync(default)).Single();

        Assert.That((fault.Field, fault.Reason.Zh), Is.EqualTo(("Positions", "推广位 12345678_2 未备案：请到多多进宝后台（jinbao.pinduoduo.com）办理备案")));
        Assert.That(scene.Network.Positions, Is.EqualTo(new[] { "12345678_1", "12345678_2" }));
    }

    [TestCase("20004", "ClientSecret")]
    [TestCase("10016", "ClientId")]
    [TestCase("20005", null)]
    [TestCase("20031", null)]
    public async Task A_refused_account_names_the_field(string code, string? field)
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Refusal(code));

        Assert.That((await scene.Network.TestAsync(default)).Select(fault => fault.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task An_account_that_may_not_ask_about_positions_is_tried_all_the_same()
    {
        using var scene = new PddScene();
        scene.Gateway.Answers(PddSome.Refusal("20031"), PddSome.Goods(1, PddSome.Row()), Link, PddSome.Orders(0));

        Assert.That(await scene.Network.TestAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_gateway_out_of_order_is_told_as_a_fault()
    {
        using var scene = new PddScene();
        scene.Gateway.AnswersStatus(HttpStatusCode.BadGateway);

        Assert.That(await scene.Network.TestAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_attempt_is_signed_anew()
    {
        using var scene = new PddScene();
        scene.Gateway
            .Then(() =>
            {
                scene.Clock.Advance(TimeSpan.FromMinutes(11));
                return new HttpResponseMessage(HttpStatusCode.BadGateway);
            })
            .Answers(PddSome.Goods(0));

        await scene.ListAsync();

        var forms = scene.Gateway.Forms;
        Assert.That(long.Parse(forms[1]["timestamp"], null) - long.Parse(forms[0]["timestamp"], null), Is.GreaterThanOrEqualTo(660));
        Assert.That(forms[1]["sign"], Is.Not.EqualTo(forms[0]["sign"]));
    }

    [Test]
    public async Task The_secret_is_in_no_text_even_if_the_gateway_repeats_it()
    {
        using var scene = new PddScene();
        scene.Gateway.AnswersStatus(HttpStatusCode.BadGateway, PddScene.Secret).Answers(PddSome.Refusal("98765", $"secret={PddScene.Secret}"));

        var exception = await Assert.ThrowsAsync<NetworkException>(async () => await scene.ListAsync());

        string[] texts = [$"{exception}", exception!.Reason.Zh, exception.Reason.En, $"{scene.Options}", $"{scene.Options.Accounts["main"]}", .. scene.Loggers.Lines];
        Assert.That(texts, Has.None.Contains(PddScene.Secret));
        Assert.That($"{scene.Options.Accounts["main"]}", Does.Contain("client1"));
    }

    [Test]
    public void An_account_that_is_not_configured_is_a_mistake_of_the_caller()
    {
        using var http = new HttpClient();

        Assert.That(
            () => PddNetworkFactory.Create(new PddOptions(), "nobody", http, TimeProvider.System, NullLoggerFactory.Instance),
            Throws.ArgumentException.With.Message.Contains("nobody"));
    }
}
