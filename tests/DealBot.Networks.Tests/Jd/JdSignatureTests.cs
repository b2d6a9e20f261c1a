using DealBot.Networks.Jd;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdSignatureTests
{
    private const string Secret = "dealbot-demo-secret-0001";

    [Test]
    public void Signs_all_fields_in_ordinal_order() =>
        Assert.That(WireSignature.Sign(Fields(), Secret), Is.EqualTo("0C7BF10C77D7F863E2003FAAD4CCF6E7"));

    [Test]
    public void Signs_only_what_is_sent()
    {
        var fields = Fields();
        fields.Remove("sign_method");

        Assert.That(WireSignature.Sign(fields, Secret), Is.EqualTo("774C9E65A80501DEE07FEB50C622C6A3"));
    }

    [Test]
    public void Signs_Chinese_as_UTF8()
    {
        var fields = Fields();
        fields["method"] = "jd.union.open.goods.query";
        fields["360buy_param_json"] = """{"goodsReqDTO":{"keyword":"纸巾","pageIndex":1,"pageSize":30}}""";

        Assert.That(WireSignature.Sign(fields, Secret), Is.EqualTo("087F025E2FA62A1BDA05D86FF33EF404"));
    }

    [Test]
    public void Leaves_out_the_signature_itself_and_empty_values()
    {
        var fields = Fields();
        fields["sign"] = "0000";
        fields["access_token"] = "";

        Assert.That(WireSignature.Sign(fields, Secret), Is.EqualTo(WireSignature.Sign(Fields(), Secret)));
    }

    [Test]
    public void The_request_is_the_documented_one_to_the_last_byte()
    {
        var request = new JdRequest(
            "jd.union.open.goods.jingfen.query", new { goodsReq = new { eliteId = 22, pageIndex = 1, pageSize = 20 } });
        var account = new JdAccount { AppKey = "dealbotdemokey0001", AppSecret = Secret };

        var fields = request.Sign(account, new DateTimeOffset(2026, 1, 15, 2, 20, 30, TimeSpan.Zero));

        Assert.That(fields, Is.EquivalentTo(Fields().Append(new("sign", "0C7BF10C77D7F863E2003FAAD4CCF6E7"))));
    }

    [Test]
    public void Business_parameters_keep_Chinese_readable_and_leave_out_what_is_not_set()
    {
        var request = new JdRequest("m", new { goodsReqDTO = new { keyword = "纸巾&<'>+", cid1 = (int?)null, pageIndex = 1 } });

        Assert.That(request.Parameters, Is.EqualTo("""{"goodsReqDTO":{"keyword":"纸巾&<'>+","pageIndex":1}}"""));
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["method"] = "jd.union.open.goods.jingfen.query",
        ["app_key"] = "dealbotdemokey0001",
        ["timestamp"] = "2026-01-15 10:20:30",
        ["format"] = "json",
        ["v"] = "1.0",
        ["sign_method"] = "md5",
        ["360buy_param_json"] = """{"goodsReq":{"eliteId":22,"pageIndex":1,"pageSize":20}}""",
    };
}
