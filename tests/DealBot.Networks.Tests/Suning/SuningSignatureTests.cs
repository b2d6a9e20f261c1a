using DealBot.Networks.Suning;

namespace DealBot.Networks.Tests.Suning;

public sealed class SuningSignatureTests
{
    private const string Body =
        """{"sn_request":{"sn_body":{"queryOrder":{"startTime":"2026-01-15 09:00:00","endTime":"2026-01-15 10:00:00","orderLineStatus":"0","pageNo":"1","pageSize":"50"}}}}""";

    [Test]
    public void The_request_is_the_published_one_to_the_last_byte()
    {
        var request = new SuningRequest(
            SuningMethod.Orders,
            ("startTime", "2026-01-15 09:00:00"), ("endTime", "2026-01-15 10:00:00"), ("orderLineStatus", "0"), ("pageNo", "1"), ("pageSize", "50"), ("nothing", null));

        Assert.That(request.Body, Is.EqualTo(Body));
        Assert.That(
            SuningSignature.Sign("suning.netalliance.order.query", "2026-01-15 10:20:30", "demoappkey01", "v1.2", request.Body, "sn-demo-secret-0001"),
            Is.EqualTo("d5d20b0109b02b49dc665ae6e2105b8c"));
    }

    [Test]
    public async Task What_is_sent_is_what_was_signed()
    {
        using var scene = new SuningScene();
        scene.Gateway.Answers(SuningSome.Refusal("biz.handler.data-get:no-result"));

        await scene.ListAsync(keyword: "纸巾 & 抽纸+");

        var sent = scene.Gateway.Calls.Single();
        var headers = sent.Headers;
        Assert.That(sent.Address.AbsoluteUri, Is.EqualTo("https://open.suning.com/api/http/sopRequest/suning.netalliance.searchcommoditynew.query"));
        Assert.That((headers["AppMethod"], headers["AppRequestTime"], headers["AppKey"], headers["VersionNo"], headers["Format"]), Is.EqualTo(
            ("suning.netalliance.searchcommoditynew.query", "2026-01-15 12:00:00", "snkey", "v1.2", "json")));
        Assert.That(headers["signInfo"], Is.EqualTo(SuningSignature.Sign(headers["AppMethod"], headers["AppRequestTime"], "snkey", "v1.2", sent.Body, SuningScene.Secret)));
        Assert.That(headers["Content-Type"], Does.StartWith("application/json"));
        Assert.That(sent.Body, Does.Contain("纸巾 & 抽纸+"));
        Assert.That(sent.Body, Does.Not.Match(":[0-9]"), "every value is text");
    }
}
