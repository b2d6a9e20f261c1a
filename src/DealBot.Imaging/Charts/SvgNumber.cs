using System.Globalization;

namespace DealBot.Imaging.Charts;

/// <summary>Numbers as SVG wants them, in every culture: a point, no exponent, no needless zeros.</summary>
public static class SvgNumber
{
    /// <summary>Formats a coordinate or length.</summary>
    /// <param name="value">Any finite number; what is not finite counts as 0.</param>
    /// <param name="decimals">Most decimals, 0 to 10. Default 2, a hundredth of a pixel.</param>
    public static string Format(double value, int decimals = 2)
    {
        var rounded = double.IsFinite(value) ? Math.Round(value, decimals) : 0;

        // Adding zero turns -0 into 0.
        return (rounded + 0.0).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }
}
