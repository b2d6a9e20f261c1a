using System.Globalization;
using System.Numerics;

namespace DealBot.Templating.Runtime;

/// <summary>The kinds of numbers: int, long and big integers for whole ones, float, double and decimal for others.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => value is int or long or double or float or decimal or BigInteger;

    public static bool IsNaN(object? value) => value is double.NaN or float.NaN;

    public static bool IsWhole(object? value) => value is int or long or BigInteger;

    /// <summary>The number in the smallest kind that holds it.</summary>
    public static object Shrink(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : value;

    public static object Shrink(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? Shrink((long)value) : value;

    public static object Shrink(Int128 value) => value >= long.MinValue && value <= long.MaxValue ? Shrink((long)value) : (BigInteger)value;

    public static bool TryToLong(object? value, out long result)
    {
        switch (value)
        {
            case int number:
                result = number;
                return true;
            case long number:
                result = number;
                return true;
            case double number when Math.Abs(number) < 1e18:
                result = (long)number;
                return true;
            case float number when Math.Abs(number) < 1e18:
                result = (long)number;
                return true;
            case decimal number when Math.Abs(number) < 1e18m:
                result = (long)number;
                return true;
            default:
                result = 0;
                return false;
        }
    }

    /// <summary>The value of an int or long.</summary>
    public static long ToLong(object value) => value is int number ? number : (long)value;

    public static bool TryToInt(object? value, out int result)
    {
        var fits = TryToLong(value, out var number) && number is >= int.MinValue and <= int.MaxValue;
        result = fits ? (int)number : 0;
        return fits;
    }

    public static double ToDouble(object value) => value switch
    {
        int number => number,
        long number => number,
        double number => number,
        float number => number,
        decimal number => (double)number,
        BigInteger number => (double)number,
        _ => double.NaN,
    };

    /// <summary>The number as a decimal; false when decimals do not reach so far.</summary>
    public static bool TryToDecimal(object value, out decimal result)
    {
        result = 0;
        switch (value)
        {
            case decimal number:
                result = number;
                return true;
            case int number:
                result = number;
                return true;
            case long number:
                result = number;
                return true;
            case double number when Math.Abs(number) < 7e28:
                result = (decimal)number;
                return true;
            case float number when Math.Abs(number) < 7e28:
                result = (decimal)number;
                return true;
            case BigInteger number when BigInteger.Abs(number) <= (BigInteger)decimal.MaxValue:
                result = (decimal)number;
                return true;
            default:
                return false;
        }
    }

    public static BigInteger ToBigInteger(object value) =>
        value is BigInteger big ? big : TryToLong(value, out var number) ? number : BigInteger.Zero;

    /// <summary>The number a text shows; null when it shows none.</summary>
    public static object? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            return Shrink(whole);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
    }
}
