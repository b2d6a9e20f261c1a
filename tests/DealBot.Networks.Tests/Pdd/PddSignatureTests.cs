using DealBot.Networks.Pdd;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddSignatureTests
{
    /// <summary>The example of Pinduoduo's own documents.</summary>
    [Test]
    public void Signs_as_the_documents_do() => Assert.That(
        WireSignature.Sign(
            new Dictionary<string, string>
            {
                ["type"] = "pdd.order.number.list.get",
                ["data_type"] = "XML",
                ["timestamp"] = "1480411125",
                ["client_id"] = "1",
                ["access_token"] = "asd78172s8ds9a921j9qqwda12312w1w21211",
                ["page"] = "1",
                ["page_size"] = "10",
                ["order_status"] = "1",
            },
            "testSecret"),
        Is.EqualTo("E4DE3ED21002510DED352819E7AE6775"));

    [Test]
    public void The_request_is_signed_as_the_text_that_is_sent()
    {
        var request = new PddRequest(
            "pdd.ddk.goods.promotion.url.generate",
            ("p_id", "12345678_223344556"),
            ("goods_sign_list", new[] { "c9r2omogKFFAc7WBwvbZU1ikIb16_J3CTa8HNN" }),
            ("custom_parameters", """{"uid":"g42","sid":"d7"}"""),
            ("generate_short_url", true),
            ("search_id", null));

        var form = request.Sign(
            new PddAccount { ClientId = "demo_client_0001", ClientSecret = "pdd-demo-secret-0001" }, DateTimeOffset.FromUnixTimeSeconds(1768443630));

        Assert.That(form, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["type"] = "pdd.ddk.goods.promotion.url.generate",
            ["client_id"] = "demo_client_0001",
            ["timestamp"] = "1768443630",
            ["data_type"] = "JSON",
            ["version"] = "V1",
            ["p_id"] = "12345678_223344556",
            ["goods_sign_list"] = """["c9r2omogKFFAc7WBwvbZU1ikIb16_J3CTa8HNN"]""",
            ["custom_parameters"] = """{"uid":"g42","sid":"d7"}""",
            ["generate_short_url"] = "true",
            ["sign"] = "70E167FB3348DBDD64BEAFE1F0F5E2E0",
        }));
    }

    [Test]
    public void Chinese_in_a_list_stays_readable_and_numbers_know_no_culture() => Assert.That(
        new PddRequest("m", ("list", new[] { "纸巾&<'>+" }), ("page", 12345)).Sign(new PddAccount(), DateTimeOffset.UnixEpoch),
        Does.ContainKey("list").WithValue("""["纸巾&<'>+"]""").And.ContainKey("page").WithValue("12345"));
}
