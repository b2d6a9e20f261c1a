using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>
/// An item is a commodity of a shop: <c>11222350513-0070057321</c>. Suning pads either number with zeros in one place and not in another, so that only
/// one writing counts here: the commodity without, the shop with ten digits.
/// </summary>
/// <param name="Commodity">The commodity's number.</param>
/// <param name="Supplier">The shop's number; zeros for Suning itself.</param>
internal sealed record SuningItemId(string Commodity, string Supplier)
{
    /// <summary>Suning's own shop.</summary>
    public const string OwnShop = "0000000000";

    public string Text => $"{Commodity}-{Supplier}";

    /// <summary>The item's plain page.</summary>
    public string Page => $"https://product.suning.com/{Supplier}/{Commodity}.html";

    /// <summary>Null if the commodity's number can't be told.</summary>
    public static SuningItemId? Of(WireNode commodity, WireNode supplier) => Of(commodity.Text, supplier.Text);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static SuningItemId? Parse(string text) => text.Split('-') is [var commodity, var supplier] ? Of(commodity, supplier) : null;

    public static SuningItemId? Of(string? commodity, string? supplier)
    {
        var number = commodity?.TrimStart('0') ?? "";
        var shop = (supplier ?? "").PadLeft(OwnShop.Length, '0');
        return number.Length is > 0 and <= 18 && number.All(char.IsAsciiDigit) && shop.Length == OwnShop.Length && shop.All(char.IsAsciiDigit)
            ? new SuningItemId(number, shop)
            : null;
    }
}
