using DealBot.Networks.Pdd;

namespace DealBot.Networks.Tests.Pdd;

public sealed class PddEnvelopeTests
{
    [TestCase("goods_search_response")]
    [TestCase("order_list_get_response")]
    [TestCase("some_other_response")]
    public void The_answer_is_found_whatever_it_is_called(string name)
    {
        var reply = PddEnvelope.Read($$$"""{"{{{name}}}":{"total_count":3,"request_id":"1"}}""");

        Assert.That((reply.Code, reply.IsBusiness, reply.Result["total_count"].Count), Is.EqualTo(("ok", true, (int?)3)));
    }

    [TestCase("""{"error_response":{"error_msg":"公共参数错误:type","sub_msg":"","sub_code":null,"error_code":10001,"request_id":"1"}}""", "10001", "公共参数错误:type")]
    [TestCase("""{"error_response":{"error_msg":"业务服务错误","sub_msg":"推广位不存在","sub_code":"50001","error_code":"50001"}}""", "50001", "业务服务错误；推广位不存在 (50001)")]
    [TestCase("""{"error_response":{"error_msg":"业务服务错误","sub_msg":"推广位未备案","sub_code":"60001","error_code":50001}}""", "60001", "业务服务错误；推广位未备案 (60001)")]
    [TestCase("""{"error_response":{"error_msg":"业务服务错误","sub_msg":"商品下架","sub_code":"7654321","error_code":50001}}""", "50001", "业务服务错误；商品下架 (7654321)")]
    [TestCase("""{"error_response":{"error_msg":"签名","sub_msg":"签名","error_code":20004}}""", "20004", "签名")]
    public void A_refusal_has_code_and_words(string body, string code, string words)
    {
        var reply = PddEnvelope.Read(body);

        Assert.That((reply.Code, reply.Message, reply.IsBusiness), Is.EqualTo((code, words, true)));
    }

    [TestCase("", "empty_body")]
    [TestCase("<html>", "html_body")]
    [TestCase("""{"goods_search_respon""", "broken_json")]
    [TestCase("""{"goods_search_response":{}}""", "empty_result")]
    [TestCase("""{"goods_search_response":""}""", "empty_result")]
    [TestCase("""{"error_response":{}}""", "empty_result")]
    [TestCase("""{"error_response":{"error_msg":"?"}}""", "missing_result")]
    [TestCase("{}", "missing_result")]
    [TestCase("[]", "missing_result")]
    public void Anything_else_is_no_answer(string body, string code)
    {
        var reply = PddEnvelope.Read(body);

        Assert.That((reply.Code, reply.IsBusiness), Is.EqualTo((code, false)));
    }
}
