using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>
/// Opens an answer: <c>{"jd_…_responce":{"code":"0","queryResult":"&lt;json&gt;"}}</c>. The misspelling is JD's; captured bodies also have
/// <c>_response</c>, <c>result</c>, and an object where the text should be. Never throws.
/// </summary>
internal static class JdEnvelope
{
    private const string Ok = "200";

    public static WireReply Read(string? body) => WireBody.Open(body, Open);

    private static WireReply Open(WireNode root)
    {
        var error = root["error_response"];
        if (!error.IsEmpty)
        {
            return WireReply.Failed(error["code"].Text ?? WireFaults.MissingResult, error["zh_desc"].Text ?? error["en_desc"].Text);
        }

        var response = Member(root, "_responce", "_response");
        var result = Member(response, "result");
        if (result.Exists)
        {
            return Unwrap(result);
        }

        // The gateway's own code is "0" when the call reached the business layer.
        return response["code"].Id is { } code
            ? WireReply.Failed(code, response["message"].Text)
            : WireReply.Failed(WireFaults.MissingResult);
    }

    private static WireReply Unwrap(WireNode result)
    {
        var inner = result.IsObject || result.Text is not { } text ? result : WireNode.Parse(text);
        if (inner.IsEmpty)
        {
            return WireReply.Failed(WireFaults.EmptyResult);
        }

        return inner["code"].Text is { } code
            ? new WireReply(code == Ok ? WireReply.Ok : code, inner["message"].Text, inner)
            : WireReply.Failed(WireFaults.MissingResult);
    }

    private static WireNode Member(WireNode node, params ReadOnlySpan<string> endings)
    {
        foreach (var (name, value) in node.Members)
        {
            foreach (var ending in endings)
            {
                if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return default;
    }
}
