using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>A long link: <c>redirect.php?url=…</c> with JSON in Base64, which names whose it is and, as its mark, which.</summary>
internal static class VipLongLink
{
    public static string Write(Uri address, MarketLink link, string unionCode)
    {
        var packed = new JsonObject
        {
            ["schemecode"] = "m5f6yvh9",
            ["desturl"] = VipGoodsRow.PageOf(link.Item),
            ["ucode"] = unionCode,
            ["chan"] = link.Tracking.PositionId,
            ["statParam"] = link.Tracking.SubId,
            ["mark"] = link.Opaque,
        };
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(packed.ToJsonString()));
        return new Uri(address, $"redirect.php?url={Uri.EscapeDataString(text)}").AbsoluteUri;
    }

    /// <summary>The mark; null if it is none of these links.</summary>
    public static string? MarkOf(string packed)
    {
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(packed))?["mark"]?.GetValue<string>();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
