using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>
/// Opens an answer: <c>{"returnCode":"0","result":{…}}</c>. A result of null is how Vipshop says that there is nothing; an answer that went well
/// and has no result at all is out of order. Never throws.
/// </summary>
internal static class VipEnvelope
{
    private const string Ok = "0";

    public static WireReply Read(string? body) => WireBody.Open(body, Open);

    /// <summary>What was asked for. The object around it stands in <see cref="WireReply.Result"/>, since a result of null is an answer too.</summary>
    public static WireNode ResultOf(WireReply reply) => reply.Result["result"];

    private static WireReply Open(WireNode root)
    {
        if (root["returnCode"].Text is not { } code)
        {
            return WireReply.Failed(WireFaults.MissingResult);
        }

        if (code != Ok)
        {
            return WireReply.Refused(code, root["returnMessage"].Text);
        }

        return root["result"].Exists ? WireReply.Answered(root) : WireReply.Failed(WireFaults.EmptyResult, root["returnMessage"].Text);
    }
}
