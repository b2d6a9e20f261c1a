using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>
/// Opens an answer: <c>{"tbk_…_response":{…}}</c>, or <c>{"error_response":{"code":15,"sub_code":"isv.…","sub_msg":"…"}}</c>. Never throws.
/// </summary>
internal static class TaobaoEnvelope
{
    private const string Ending = "_response";

    public static WireReply Read(string? body) => WireBody.Open(body, Open);

    private static WireReply Open(WireNode root)
    {
        var error = root["error_response"];
        if (!error.IsEmpty)
        {
            return Refusal(error);
        }

        var response = root.Members.FirstOrDefault(member => member.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)).Value;
        if (!response.Exists)
        {
            return WireReply.Failed(WireFaults.MissingResult);
        }

        return HasResult(response) ? WireReply.Answered(response) : WireReply.Failed(WireFaults.EmptyResult);
    }

    /// <summary>The number of the request alone is no result.</summary>
    private static bool HasResult(WireNode response) => response.Members.Any(member => member.Name != "request_id" && !member.Value.IsEmpty);

    private static WireReply Refusal(WireNode error)
    {
        if (error["code"].Text is not { } code)
        {
            return WireReply.Failed(WireFaults.MissingResult, error["msg"].Text);
        }

        var subCode = error["sub_code"].Text;
        var words = error["sub_msg"].Text;
        var message = string.Join(' ', new[] { subCode, words ?? error["msg"].Text }.OfType<string>());
        var meaning = TaobaoErrors.CodeOf(code, subCode, words);
        return TaobaoErrors.IsBusiness(code) ? WireReply.Refused(meaning, message) : WireReply.Failed(meaning, message);
    }
}
