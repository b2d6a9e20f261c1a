using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// Opens an answer: one member whose name ends in <c>_response</c>. The name can't be told from the method (order.list.increment.get answers
/// <c>order_list_get_response</c>), so whichever is there is taken. Never throws.
/// </summary>
internal static class PddEnvelope
{
    public static WireReply Read(string? body) => WireBody.Open(body, Open);

    private static WireReply Open(WireNode root)
    {
        var error = root["error_response"];
        if (!error.IsEmpty)
        {
            return CodeOf(error) is { } code ? WireReply.Refused(code, Words(error)) : WireReply.Failed(WireFaults.MissingResult, Words(error));
        }

        var (_, response) = root.Members.FirstOrDefault(member => member.Name.EndsWith("_response", StringComparison.Ordinal));
        if (!response.Exists)
        {
            return WireReply.Failed(WireFaults.MissingResult);
        }

        return response.IsEmpty ? WireReply.Failed(WireFaults.EmptyResult) : WireReply.Answered(response);
    }

    /// <summary>The special code where it is a known one: the general one then says no more than that business was refused.</summary>
    private static string? CodeOf(WireNode error) =>
        error["sub_code"].Text is { } special && PddErrors.All.Knows(special) ? special : error["error_code"].Text;

    /// <summary>Both messages: the general one often says no more than that the call failed.</summary>
    private static string? Words(WireNode error)
    {
        var (general, special) = (error["error_msg"].Text, error["sub_msg"].Text);
        var words = special is null || special == general ? general : general is null ? special : $"{general}；{special}";
        return error["sub_code"].Id is { } code ? $"{words} ({code})" : words;
    }
}
