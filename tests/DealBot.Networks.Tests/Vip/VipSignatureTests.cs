using System.Web;
using DealBot.Networks.Vip;

namespace DealBot.Networks.Tests.Vip;

public sealed class VipSignatureTests
{
    private const string Published = "12731AF3C223C4EC90E014CACD16A25B";

    private static readonly object Query = new
    {
        queryModel = new
        {
            orderTimeEnd = 1_768_443_600_000,
            orderTimeStart = 1_768_440_000_000,
            page = 1,
            pageSize = 50,
            requestId = "0f0e0d0c-1111-4222-8333-444455556666",
        },
    };

    [Test]
    public void The_request_is_the_published_one_to_the_last_byte()
    {
        var request = new VipRequest(VipMethod.Orders, Query);

        var query = request.Sign(Account("tok0001"), DateTimeOffset.FromUnixTimeSeconds(1_768_443_630));

        Assert.That(request.Body, Is.EqualTo(
            """{"queryModel":{"orderTimeEnd":1768443600000,"orderTimeStart":1768440000000,"page":1,"pageSize":50,"requestId":"0f0e0d0c-1111-4222-8333-444455556666"}}"""));
        Assert.That(query, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["accessToken"] = "tok0001",
            ["appKey"] = "demoapp1",
            ["format"] = "JSON",
            ["language"] = "zh",
            ["method"] = "orderListWithOauth",
            ["service"] = "com.vip.adp.api.open.service.UnionOrderV2Service",
            ["timestamp"] = "1768443630",
            ["version"] = "2.0.0",
            ["sign"] = Published,
        }));
    }

    [Test]
    public void The_signature_itself_and_empty_values_are_not_signed()
    {
        var request = new VipRequest(VipMethod.Orders, Query);
        var query = request.Sign(Account("tok0001"), DateTimeOffset.FromUnixTimeSeconds(1_768_443_630));
        query["sign"] = "0000";
        query["nothing"] = "";

        Assert.That(VipSignature.Sign(query, request.Body, "vip-demo-secret-0001"), Is.EqualTo(Published));
    }

    [Test]
    public void Without_a_token_the_twin_for_plain_applications_is_called()
    {
        var query = new VipRequest(VipMethod.Orders, Query).Sign(Account(null), DateTimeOffset.UnixEpoch);

        Assert.That(query["method"], Is.EqualTo("orderList"));
        Assert.That(query.Keys, Does.Not.Contain("accessToken"));
    }

    [Test]
    public async Task What_is_sent_is_what_was_signed()
    {
        using var scene = new VipScene();
        scene.Gateway.Answers(VipSome.Goods());

        await scene.ListAsync(keyword: "连衣裙 & 半身裙+'<>");

        var sent = scene.Gateway.Calls.Single();
        var query = HttpUtility.ParseQueryString(sent.Address.Query);
        Assert.That(query["sign"], Is.EqualTo(VipSignature.Sign(query.AllKeys.ToDictionary(key => key!, key => query[key]!), sent.Body, VipScene.Secret)));
        Assert.That(sent.Body, Does.Contain("连衣裙 & 半身裙+'<>"));
        Assert.That(sent.Headers["Content-Type"], Does.StartWith("application/json"));
    }

    private static VipAccount Account(string? token) => new() { AppKey = "demoapp1", AppSecret = "vip-demo-secret-0001", AccessToken = token };
}
