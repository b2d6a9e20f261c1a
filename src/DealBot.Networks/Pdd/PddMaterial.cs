using System.Web;

namespace DealBot.Networks.Pdd;

/// <summary>
/// What a conversion needs of an item, kept in the address of its page: the sign, and the search by which it was found, which Pinduoduo wants back to
/// pay the full rate.
/// </summary>
internal static class PddMaterial
{
    private const string Page = "https://mobile.yangkeduo.com/goods.html";

    public static string Write(string goodsSign, string? searchId) =>
        $"{Page}?goods_sign={Uri.EscapeDataString(goodsSign)}" + (searchId is null ? "" : $"&search_id={Uri.EscapeDataString(searchId)}");

    public static string? SearchId(string material) =>
        Uri.TryCreate(material, UriKind.Absolute, out var url) ? HttpUtility.ParseQueryString(url.Query)["search_id"] : null;
}
