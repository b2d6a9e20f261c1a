using System.Globalization;

namespace DealBot.Imaging.Text;

/// <summary>
/// A price in its parts, each at its size on one baseline: a small currency sign, large digits, small decimals. All widths are in user
/// units.
/// </summary>
/// <param name="Whole">The digits before the point, with whatever grouping the price came with.</param>
/// <param name="Decimals">The point and the digits after it; empty for a whole price.</param>
/// <param name="Size">Font size of the digits before the point.</param>
/// <param name="SymbolWidth">Width of the currency sign.</param>
/// <param name="Width">Width of everything.</param>
public sealed record PriceText(string Whole, string Decimals, double Size, double SymbolWidth, double Width)
{
    /// <summary>The currency sign.</summary>
    public const string Symbol = "¥";

    // Half to two thirds is what shops use; below half the decimals cannot be read on a phone in the smallest price of a grid.
    private const double SymbolScale = 0.56;
    private const double DecimalsScale = 0.6;

    // An eighth of the sign's size keeps it off the first digit; decimals follow close.
    private const double SymbolGap = 0.07;

    /// <summary>Font size of the currency sign.</summary>
    public double SymbolSize => Size * SymbolScale;

    /// <summary>Font size of the decimals.</summary>
    public double DecimalsSize => Size * DecimalsScale;

    /// <summary>Room between the currency sign and the digits.</summary>
    public double Gap => Size * SymbolGap;

    /// <summary>Sets a price at a size, or smaller where it is wider than the room.</summary>
    /// <param name="price">The price as text, <c>0.01</c> to <c>128,888.00</c>; a leading ¥ or ￥ is taken off.</param>
    /// <param name="size">Font size of the digits before the point, above 0.</param>
    /// <param name="room">Most width in user units; null for any. A price that does not fit is set smaller, in steps of 0.5.</param>
    /// <param name="measure">Width of a string in em, in the face it will be drawn in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size or the room is not positive.</exception>
    public static PriceText Fit(string? price, double size, double? room, Func<string, double> measure)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(room ?? 1, nameof(room));

        var (whole, decimals) = Split(price);
        var symbol = measure(Symbol) * SymbolScale;
        var em = symbol + SymbolGap + measure(whole) + (measure(decimals) * DecimalsScale);
        if (room < em * size)
            size = Math.Max(0.5, Math.Floor(room.Value / em * 2) / 2);

        return new PriceText(whole, decimals, size, symbol * size, em * size);
    }

    /// <summary>The digits before the point, and the point with what follows it.</summary>
    /// <param name="price">The price as text; a leading ¥ or ￥ is taken off. Null counts as empty.</param>
    public static (string Whole, string Decimals) Split(string? price)
    {
        var digits = DisplayText.Clean(price, 32).Trim().TrimStart('¥', '￥').TrimStart();
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? (digits, "") : (digits[..point], digits[point..]);
    }

    /// <summary>The digits before the point in groups of three from 10 000 on: <c>128,888</c>; as they are where they are no number.</summary>
    /// <param name="whole">Digits.</param>
    public static string Grouped(string whole) =>
        long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 10_000
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : whole;
}
