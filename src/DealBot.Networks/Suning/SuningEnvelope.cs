using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>
/// Opens an answer: <c>{"sn_responseContent":{"sn_head":{…},"sn_body":{"queryOrder":…}}}</c>, or <c>sn_error</c> in place of the body. The head may be
/// missing. Never throws.
/// </summary>
internal static class SuningEnvelope
{
    public static WireReply Read(string? body) => WireBody.Open(body, Open);

    /// <summary>What was asked for.</summary>
    public static WireNode ResultOf(WireReply reply, SuningMethod method) => reply.Result["sn_body"][method.Business];

    /// <summary>How many pages there are; null if Suning does not say.</summary>
    public static int? PagesOf(WireReply reply) => reply.Result["sn_head"]["pageTotal"].Count;

    private static WireReply Open(WireNode root)
    {
        var content = root["sn_responseContent"];
        var error = content["sn_error"].IsEmpty ? root["sn_error"] : content["sn_error"];
        if (error["error_code"].Text is { } code)
        {
            return WireReply.Refused(code, error["error_msg"].Text);
        }

        if (!content.Exists)
        {
            return WireReply.Failed(WireFaults.MissingResult);
        }

        return content["sn_body"].IsEmpty ? WireReply.Failed(WireFaults.EmptyResult) : WireReply.Answered(content);
    }
}
