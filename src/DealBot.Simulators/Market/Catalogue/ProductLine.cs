using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>One style of a product and its variants, as the tables of the shelves hold it.</summary>
internal sealed record ProductLine(
    string Emoji, string Brand, string Product, string Points, string Group, string Kind, Rate Commission, bool IsSelfOperated,
    IReadOnlyList<ProductVariant> Variants)
{
    /// <summary>
    /// Reads <c>emoji|brand|product|selling points|category 2>category 3|commission %|g or p|variant; variant</c>. A variant is
    /// <c>size price-discount</c> in yuan; without a dash it never has a coupon, with ! it is the same every day.
    /// </summary>
    public static ProductLine Read(string line)
    {
        var parts = line.Split('|');
        var path = parts[4].Split('>');
        var variants = parts[7].Split("; ").Select(ReadVariant).ToList();
        return new ProductLine(
            parts[0], parts[1], parts[2], parts[3], path[0], path[1], Rate.FromPercent(Number(parts[5])), parts[6] == "g", variants);
    }

    private static ProductVariant ReadVariant(string text)
    {
        var space = text.LastIndexOf(' ');
        var prices = text[(space + 1)..].TrimEnd('!').Split('-');
        var discount = prices.Length > 1 ? Number(prices[1]) : 0m;
        return new ProductVariant(text[..space], Money.FromYuan(Number(prices[0])), Money.FromYuan(discount), text.EndsWith('!'));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
