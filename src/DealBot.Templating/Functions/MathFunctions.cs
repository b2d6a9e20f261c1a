using System.Numerics;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>math</c>.</summary>
internal static class MathFunctions
{
    private const int MostDoubleDigits = 15;
    private const int MostDecimalDigits = 28;

    public static TemplateObject Build() => new FunctionTable("math")
        .Add("abs", Abs)
        .Add("ceil", Ceil)
        .Add("divided_by", DividedBy)
        .Add("floor", Floor)
        .Add("format", Format)
        .Add("is_number", IsNumber)
        .Add("minus", Minus)
        .Add("modulo", Modulo)
        .Add("plus", Plus)
        .Add("random", Random)
        .Add("round", Round)
        .Add("times", Times)
        .Add("uuid", Uuid)
        .Object;

    /// <summary>The number without its sign.</summary>
    /// <param name="value">The number; null gives null.</param>
    /// <example><c>{{ -15.5 | math.abs }} {{ 3 - 8 | math.abs }}</c> gives <c>15.5 5</c></example>
    private static object? Abs(object? value) => value is null ? null : Number(value) switch
    {
        int number => Numbers.Shrink(Math.Abs((long)number)),
        double number => Math.Abs(number),
        float number => Math.Abs(number),
        decimal number => Math.Abs(number),
        var whole => Numbers.Shrink(BigInteger.Abs(Numbers.ToBigInteger(whole))),
    };

    /// <summary>The next whole number that is not smaller.</summary>
    /// <param name="value">The number; null is 0.</param>
    /// <returns>A double; a decimal when the number is one.</returns>
    /// <example><c>{{ 4.2 | math.ceil }} {{ -4.2 | math.ceil }}</c> gives <c>5 -4</c></example>
    private static object Ceil(object? value) => Number(value) is decimal exact ? Math.Ceiling(exact) : Math.Ceiling(Real(value));

    /// <summary>One number divided by another. When the divisor is whole, the result is rounded down to a whole number.</summary>
    /// <param name="value">The number to divide; null is 0.</param>
    /// <param name="divisor">What to divide by.</param>
    /// <example><c>{{ 8.4 | math.divided_by 2 }} {{ 9 | math.divided_by 2.0 }}</c> gives <c>4 4.5</c></example>
    /// <example><c>{{ -7 | math.divided_by 2 }}</c> gives <c>-4</c></example>
    private static object? DividedBy(RenderContext context, object? value, object? divisor)
    {
        var number = Number(value);
        var result = Arithmetic.Apply(context, context.CallSite, TokenKind.Slash, number is decimal ? number : Real(number), divisor);
        if (!Numbers.IsWhole(divisor))
            return result;
        if (Numbers.ToDouble(divisor!) == 0)
            throw new FunctionFailure("Attempted to divide by zero.");
        return result switch
        {
            double real when double.IsFinite(real) => Numbers.Shrink(new BigInteger(Math.Floor(real))),
            decimal exact => Numbers.Shrink(new BigInteger(Math.Floor(exact))),
            _ => result,
        };
    }

    /// <summary>The next whole number that is not larger.</summary>
    /// <param name="value">The number; null is 0.</param>
    /// <returns>A double; a decimal when the number is one.</returns>
    /// <example><c>{{ 4.8 | math.floor }} {{ -4.2 | math.floor }}</c> gives <c>4 -5</c></example>
    private static object Floor(object? value) => Number(value) is decimal exact ? Math.Floor(exact) : Math.Floor(Real(value));

    /// <summary>The number in a form of .NET, such as <c>N2</c>, <c>X4</c> or <c>0.00</c>.</summary>
    /// <param name="value">The number; null gives an empty text.</param>
    /// <param name="format">The form.</param>
    /// <param name="culture">The name of a culture; without it, that of the rendering.</param>
    /// <example><c>{{ 255 | math.format "X4" }} {{ 1234.5 | math.format "N2" }}</c> gives <c>00FF 1,234.50</c></example>
    /// <example><c>{{ 1234.5 | math.format "N1" "de-DE" }}</c> gives <c>1.234,5</c></example>
    private static string Format(RenderContext context, object? value, string format, string? culture = null) =>
        value is null || Numbers.IsNumber(value)
            ? ValueFormat.Apply(context, value, format, culture)
            : throw new FunctionFailure($"Unexpected `{context.Print(context.CallSite, value)}`. Must be a formattable number");

    /// <summary>Whether the value is a number; a text that shows one is not.</summary>
    /// <param name="value">The value.</param>
    /// <example><c>{{ 1.5 | math.is_number }} {{ "1.5" | math.is_number }}</c> gives <c>true false</c></example>
    private static bool IsNumber(object? value) => Numbers.IsNumber(value);

    /// <summary>The same as <c>value - with</c>.</summary>
    /// <param name="value">The number to take from.</param>
    /// <param name="with">The number to take away.</param>
    /// <example><c>{{ 89 | math.minus 10 }}</c> gives <c>79</c></example>
    private static object? Minus(RenderContext context, object? value, object? with) => Apply(context, TokenKind.Minus, value, with);

    /// <summary>The same as <c>value % with</c>: what a division leaves over.</summary>
    /// <param name="value">The number to divide.</param>
    /// <param name="with">The number to divide by.</param>
    /// <example><c>{{ 11 | math.modulo 4 }}</c> gives <c>3</c></example>
    private static object? Modulo(RenderContext context, object? value, object? with) => Apply(context, TokenKind.Percent, value, with);

    /// <summary>The same as <c>value + with</c>; texts are joined.</summary>
    /// <param name="value">The one number.</param>
    /// <param name="with">The other.</param>
    /// <example><c>{{ 1.5 | math.plus 2 }}</c> gives <c>3.5</c></example>
    private static object? Plus(RenderContext context, object? value, object? with) => Apply(context, TokenKind.Plus, value, with);

    /// <summary>A random whole number.</summary>
    /// <param name="minValue">The least it can be.</param>
    /// <param name="maxValue">One more than the greatest it can be; when it is the same as the least, so is the number.</param>
    /// <example><c>{{ n = math.random 1 7; n >= 1 &amp;&amp; n &lt;= 6 }}</c> gives <c>true</c></example>
    /// <example><c>{{ math.random 5 5 }}</c> gives <c>5</c></example>
    private static object Random(RenderContext context, int minValue, int maxValue)
    {
        if (minValue > maxValue)
            throw new FunctionFailure($"The lower bound `{minValue}` must not be greater than the upper bound `{maxValue}`.");
        return Numbers.Shrink(minValue + (long)(context.Options.Random() * ((long)maxValue - minValue)));
    }

    /// <summary>The number with so many decimals. What lies in the middle goes to the even digit: 2.5 to 2, 3.5 to 4.</summary>
    /// <param name="value">The number; null is 0.</param>
    /// <param name="precision">How many decimals.</param>
    /// <returns>A double; a decimal when the number is one.</returns>
    /// <example><c>{{ 4.6 | math.round }} {{ 4.5612 | math.round 2 }}</c> gives <c>5 4.56</c></example>
    /// <example><c>{{ 2.5 | math.round }} {{ 3.5 | math.round }}</c> gives <c>2 4</c></example>
    private static object Round(object? value, int precision = 0)
    {
        if (precision < 0)
            throw new FunctionFailure($"The precision of `math.round` must not be negative, but is `{precision}`.");
        return Number(value) is decimal exact
            ? WithoutTrailingZeros(Math.Round(exact, Math.Min(precision, MostDecimalDigits)))
            : Math.Round(Real(value), Math.Min(precision, MostDoubleDigits));
    }

    /// <summary>The same as <c>value * with</c>.</summary>
    /// <param name="value">The one number.</param>
    /// <param name="with">The other.</param>
    /// <example><c>{{ 2 | math.times 3.5 }}</c> gives <c>7</c></example>
    private static object? Times(RenderContext context, object? value, object? with) => Apply(context, TokenKind.Star, value, with);

    /// <summary>A new random UUID (version 4).</summary>
    /// <example><c>{{ math.uuid | string.size }} {{ math.uuid == math.uuid }}</c> gives <c>36 false</c></example>
    private static string Uuid(RenderContext context)
    {
        const int versionByte = 7;
        const int variantByte = 8;
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(context.Options.Random() * 256);
        bytes[versionByte] = (byte)((bytes[versionByte] & 0x0F) | 0x40);
        bytes[variantByte] = (byte)((bytes[variantByte] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }

    private static object? Apply(RenderContext context, TokenKind operation, object? value, object? with) =>
        Arithmetic.Apply(context, context.CallSite, operation, value, with);

    private static object Number(object? value)
    {
        var number = value is string text ? Numbers.Parse(text) : value ?? 0;
        return number is not null && Numbers.IsNumber(number) ? number : throw new FunctionFailure(
            value is string ? $"The value `{value}` is not a number" : $"The value of type `{ValueText.TypeName(value)}` is not a number");
    }

    private static double Real(object? value) => Numbers.ToDouble(Number(value));

    /// <summary>Prints as a double of that value does, yet stays exact.</summary>
    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
