using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Values in the formats of .NET, for <c>math.format</c> and <c>object.format</c>.</summary>
internal static class ValueFormat
{
    /// <summary>Longer formats, or ones that ask for more digits, are refused: they only make long strings.</summary>
    private const int LongestFormat = 64;

    private const int MostDigits = 99;

    public static string Apply(RenderContext context, object? value, string format, string? culture)
    {
        if (value is null)
            return "";
        if (format.Length > LongestFormat || (int.TryParse(format.AsSpan(Math.Min(1, format.Length)), out var digits) && digits > MostDigits))
            throw new FunctionFailure($"The format `{format}` is too long.");
        if (value is not IFormattable formattable)
            throw new FunctionFailure($"Unexpected `{context.Print(context.CallSite, value)}`. Must be a formattable object");
        // Functions of math give doubles even for whole numbers, which these formats refuse.
        var needsWhole = format.Length > 0 && format[0] is 'X' or 'x' or 'D' or 'd';
        if (needsWhole && value is double or float && Math.Abs(Numbers.ToDouble(value)) < long.MaxValue)
            formattable = (long)Numbers.ToDouble(value);
        try
        {
            return formattable.ToString(format, Cultures.Find(context, culture));
        }
        catch (FormatException)
        {
            throw new FunctionFailure($"`{format}` is not a format for a value of type `{ValueText.TypeName(value)}`.");
        }
    }
}
