using System.Text.Json;

namespace DealBot.Networks.Jd;

/// <summary>
/// Opens an answer: <c>{"jd_…_responce":{"code":"0","queryResult":"&lt;json&gt;"}}</c>. The misspelling is JD's; captured bodies also have
/// <c>_response</c>, <c>result</c>, and an object where the text should be. Never throws.
/// </summary>
internal static class JdEnvelope
{
    public static JdReply Read(string? body)
    {
        var text = body?.Trim('\uFEFF', ' ', '\r', '\n', '\t');
        if (string.IsNullOrEmpty(text))
        {
            return JdReply.Failed(JdFaults.EmptyBody);
        }

        if (text.StartsWith('<'))
        {
            return JdReply.Failed(JdFaults.HtmlBody);
        }

        try
        {
            return Open(JdNode.Parse(text));
        }
        catch (JsonException exception)
        {
            return JdReply.Failed(JdFaults.BrokenJson, cause: exception);
        }
    }

    private static JdReply Open(JdNode root)
    {
        var error = root["error_response"];
        if (!error.IsEmpty)
        {
            return JdReply.Failed(error["code"].Text ?? JdFaults.MissingResult, error["zh_desc"].Text ?? error["en_desc"].Text);
        }

        var response = Member(root, "_responce", "_response");
        var result = Member(response, "result");
        if (result.Exists)
        {
            return Unwrap(result);
        }

        // The gateway's own code is "0" when the call reached the business layer.
        return response["code"].Id is { } code
            ? JdReply.Failed(code, response["message"].Text)
            : JdReply.Failed(JdFaults.MissingResult);
    }

    private static JdReply Unwrap(JdNode result)
    {
        var inner = result.IsObject || result.Text is not { } text ? result : JdNode.Parse(text);
        if (inner.IsEmpty)
        {
            return JdReply.Failed(JdFaults.EmptyResult);
        }

        return inner["code"].Text is { } code
            ? new JdReply(code, inner["message"].Text, inner)
            : JdReply.Failed(JdFaults.MissingResult);
    }

    private static JdNode Member(JdNode node, params ReadOnlySpan<string> endings)
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
