using DealBot.Networks.Jd;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdEnvelopeTests
{
    private const string Inner = """{"code":200,"data":[{"skuId":1}],"totalCount":1}""";

    [TestCase("jd_union_open_goods_jingfen_query_responce", "queryResult")]
    [TestCase("jd_union_open_goods_jingfen_query_response", "queryResult")]
    [TestCase("jd_union_open_goods_jingfen_query_response", "result")]
    [TestCase("jd_union_open_promotion_common_get_responce", "getResult")]
    [TestCase("jd_union_open_position_create_responce", "createResult")]
    public void Opens_every_spelling(string outer, string result)
    {
        var reply = JdEnvelope.Read(JdSome.Body(Inner, outer, result));

        Assert.That((reply.Code, reply.IsBusiness), Is.EqualTo((WireReply.Ok, true)));
        Assert.That(reply.Result["data"].Items.Single()["skuId"].Text, Is.EqualTo("1"));
    }

    [Test]
    public void The_result_may_be_an_object_and_its_code_text()
    {
        var reply = JdEnvelope.Read(
            """{"x_responce":{"queryResult":{"code":"200","data":{"row":{"skuId":"1","skuName":"a"}}},"code":"0"}}""");

        Assert.That(reply.Code, Is.EqualTo(WireReply.Ok));
        Assert.That(reply.Result["data"].Items.Single()["skuId"].Text, Is.EqualTo("1"));
    }

    [Test]
    public void A_byte_order_mark_and_blanks_do_not_matter() =>
        Assert.That(JdEnvelope.Read("\uFEFF \r\n" + JdSome.Body(Inner) + "\n").Code, Is.EqualTo(WireReply.Ok));

    [Test]
    public void A_gateway_error_comes_with_its_words()
    {
        var reply = JdEnvelope.Read(JdSome.GatewayError("12", "无效签名"));

        Assert.That((reply.Code, reply.Message, reply.IsBusiness), Is.EqualTo(("12", "无效签名", false)));
    }

    [Test]
    public void A_gateway_error_may_have_a_number_for_code() =>
        Assert.That(JdEnvelope.Read("""{"error_response":{"code":21,"zh_desc":"x"}}""").Code, Is.EqualTo("21"));

    [Test]
    public void The_code_of_an_envelope_without_result_is_the_reason() =>
        Assert.That(JdEnvelope.Read("""{"x_responce":{"code":"67","message":"no"}}""").Code, Is.EqualTo("67"));

    [TestCase("", "empty_body")]
    [TestCase(" \r\n", "empty_body")]
    [TestCase("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "html_body")]
    [TestCase("\uFEFF  <html>", "html_body")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":"{\"code\":200,\"da""", "broken_json")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":"{\"code\":200,\"da"}}""", "broken_json")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":"<html>"}}""", "broken_json")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":""}}""", "empty_result")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":null}}""", "empty_result")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":{}}}""", "empty_result")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":[]}}""", "empty_result")]
    [TestCase("""{"x_responce":{"code":"0"}}""", "missing_result")]
    [TestCase("""{"x_responce":{"code":"0","queryResult":"{\"data\":[]}"}}""", "missing_result")]
    [TestCase("""{"x_responce":[]}""", "missing_result")]
    [TestCase("""{"code":"0"}""", "missing_result")]
    [TestCase("""{"error_response":{"zh_desc":"x"}}""", "missing_result")]
    [TestCase("[]", "missing_result")]
    [TestCase("\"ok\"", "missing_result")]
    [TestCase("null", "missing_result")]
    public void What_cannot_be_read_has_a_code(string body, string code)
    {
        var reply = JdEnvelope.Read(body);

        Assert.That((reply.Code, reply.IsBusiness), Is.EqualTo((code, false)));
    }

    [TestCase("empty_body", true)]
    [TestCase("html_body", true)]
    [TestCase("broken_json", true)]
    [TestCase("empty_result", true)]
    [TestCase("missing_result", false)]
    [TestCase("transport", true)]
    [TestCase("timeout", true)]
    [TestCase("http_429", true)]
    [TestCase("http_502", true)]
    [TestCase("http_404", false)]
    [TestCase("2", true)]
    [TestCase("429", true)]
    [TestCase("12", false)]
    [TestCase("21", false)]
    [TestCase("8", false)]
    [TestCase("403", false)]
    [TestCase("500", false)]
    [TestCase("2002500", false)]
    [TestCase("2001201", false)]
    [TestCase("no such code", false)]
    public void Only_what_passes_soon_is_tried_again(string code, bool again) => Assert.That(JdErrors.All.Find(code).IsRetried, Is.EqualTo(again));

    [Test]
    public void Every_cut_of_an_answer_is_survived()
    {
        var body = JdSome.Goods(1, JdSome.Row());

        for (var length = 0; length < body.Length; length++)
        {
            Assert.That(JdEnvelope.Read(body[..length]).IsBusiness, Is.False);
        }
    }
}
