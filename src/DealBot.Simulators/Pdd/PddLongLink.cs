using System.Globalization;
using System.Text;
using System.Web;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>Writes long links, which name the position in plain text, and finds the mark in them by which the market knows a link.</summary>
internal static class PddLongLink
{
    public const string Page = "duo_coupon_landing.html";
    public const string AppPage = "app.html";

    public static string Write(Uri address, MarketLink link) => new Uri(address, Relative(link)).AbsoluteUri;

    /// <summary>The same within the page that opens the app.</summary>
    public static string WriteForApp(Uri address, MarketLink link) => new Uri(address, $"{AppPage}?launch_url={HttpUtility.UrlEncode(Relative(link))}").AbsoluteUri;

    /// <summary>The mark in the query of either page; null if there is none.</summary>
    public static string? MarkOf(string query)
    {
        var parameters = HttpUtility.ParseQueryString(query);
        if (parameters["launch_url"] is { } inner)
            parameters = HttpUtility.ParseQueryString(inner[(inner.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        return parameters["cpsSign"]?.Split('_')[^1];
    }

    private static string Relative(MarketLink link)
    {
        var (position, custom) = (link.Tracking.PositionId, link.Tracking.SubId);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Page}?goods_id={PddGoods.NumberOf(link.Item)}&pid={position}&goods_sign={link.Item.ItemId}"));
        if (custom.Length > 0)
            text.Append("&customParameters=").Append(HttpUtility.UrlEncode(custom));
        return text.Append(CultureInfo.InvariantCulture, $"&cpsSign=CC_{position}_{link.Opaque}&duoduo_type=2").ToString();
    }
}
