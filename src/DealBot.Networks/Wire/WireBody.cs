using System.Text.Json;

namespace DealBot.Networks.Wire;

/// <summary>Tells data from what proxies and broken gateways send in its place.</summary>
internal static class WireBody
{
    /// <summary>Opens a body that should be a JSON object. Never throws.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="open">Reads the object; may throw <see cref="JsonException"/>.</param>
    public static WireReply Open(string? body, Func<WireNode, WireReply> open)
    {
        var text = body?.Trim('\uFEFF', ' ', '\r', '\n', '\t');
        if (string.IsNullOrEmpty(text))
        {
            return WireReply.Failed(WireFaults.EmptyBody);
        }

        if (text.StartsWith('<'))
        {
            return WireReply.Failed(WireFaults.HtmlBody);
        }

        try
        {
            return open(WireNode.Parse(text));
        }
        catch (JsonException exception)
        {
            return WireReply.Failed(WireFaults.BrokenJson, cause: exception);
        }
    }
}
