using System.Numerics;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>math</c>.</summary>
internal static class MathFunctions
{
    public static TemplateObject Build() => new FunctionTable("math")
        .Add("abs", (object? value) => Keep(value, Math.Abs, Math.Abs, BigInteger.Abs))
        .Add("ceil", (object? value) => Keep(value, Math.Ceiling, Math.Ceiling, whole => whole))
        .Add("floor", (object? value) => Keep(value, Math.Floor, Math.Floor, whole => whole))
        .Add("round", Round)
        .Add("plus", (RenderContext context, object? value, object? with) => Apply(context, TokenKind.Plus, value, with))
        .Add("minus", (RenderContext context, object? value, object? with) => Apply(context, TokenKind.Minus, value, with))
        .Add("times", (RenderContext context, object? value, object? with) => Apply(context, TokenKind.Star, value, with))
        .Add("modulo", (RenderContext context, object? value, object? with) => Apply(context, TokenKind.Percent, value, with))
        .Add("divided_by", DividedBy)
        .Add("format", ObjectFunctions.Format)
        .Add("is_number", (object? value) => Numbers.IsNumber(value))
        .Add("random", Random)
        .Add("uuid", Uuid)
        .Object;

    private static object? Keep(
        object? value, Func<double, double> onDouble, Func<decimal, decimal> onDecimal, Func<BigInteger, BigInteger> onWhole)
    {
        return Number(value) switch
        {
            null => null,
            double real => onDouble(real),
            decimal exact => onDecimal(exact),
            var whole => Numbers.Shrink(onWhole(Numbers.ToBigInteger(whole))),
        };
    }

    private static object? Number(object? value)
    {
        var number = value is string text ? Numbers.Parse(text) : value;
        return number is null && value is null || Numbers.IsNumber(number)
            ? number
            : throw new FunctionFailure($"Expecting a number instead of `{value}` ({ValueText.TypeName(value)}).");
    }

    private static object? Apply(RenderContext context, TokenKind operation, object? value, object? with) =>
        Arithmetic.Apply(context, context.CallSite, operation, Number(value), Number(with));

    private static object? Round(object? value, int precision = 0) => Number(value) switch
    {
        null => null,
        double real => Math.Round(real, Math.Clamp(precision, 0, 15)),
        decimal exact => Math.Round(exact, Math.Clamp(precision, 0, 28)),
        var whole => whole,
    };

    /// <summary>By a whole divisor the result is rounded down to a whole number.</summary>
    private static object? DividedBy(RenderContext context, object? value, object? divisor)
    {
        var result = Apply(context, TokenKind.Slash, value, divisor);
        if (result is null || !Numbers.IsWhole(Number(divisor)))
            return result;
        return result switch
        {
            double real when Math.Abs(real) < 1e18 => Numbers.Shrink((long)Math.Floor(real)),
            decimal exact when Math.Abs(exact) < 1e18m => Numbers.Shrink((long)Math.Floor(exact)),
            _ => result,
        };
    }

    private static object Random(RenderContext context, int minValue, int maxValue)
    {
        if (minValue >= maxValue)
            throw new FunctionFailure($"The lower bound `{minValue}` must be less than the upper bound `{maxValue}`.");
        return Numbers.Shrink(minValue + (long)(context.Options.Random() * ((long)maxValue - minValue)));
    }

    private static string Uuid(RenderContext context)
    {
        const int versionByte = 7;
        const int variantByte = 8;
        var bytes = new byte[16];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(context.Options.Random() * 256);
        bytes[versionByte] = (byte)((bytes[versionByte] & 0x0F) | 0x40);
        bytes[variantByte] = (byte)((bytes[variantByte] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }
}
