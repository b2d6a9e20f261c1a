using System.Numerics;
using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Runtime;

/// <summary>The operators <c>+ - * / // % &lt;&lt; &gt;&gt;</c> on all kinds of values.</summary>
internal static class Arithmetic
{
    /// <summary>Bits of the largest whole number; bigger ones are only ever made to exhaust memory.</summary>
    private const long LargestNumber = 8192;

    public static object? Apply(RenderContext context, Node site, TokenKind operation, object? left, object? right)
    {
        if (left is int first && right is int second && OnInts(operation, first, second) is { } result)
            return result;
        if (left is string || right is string)
            return OnText(context, site, operation, left, right);
        if (left is null || right is null)
            return null;
        if (left is bool leftFlag && Numbers.IsNumber(right))
            left = leftFlag ? 1 : 0;
        else if (right is bool rightFlag && Numbers.IsNumber(left))
            right = rightFlag ? 1 : 0;
        else if (left is bool && right is bool)
            throw Fault(site, $"The operator `{Symbol(operation)}` is not valid for bool<->bool");
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            return OnNumbers(site, operation, left, right);
        return OnTimes(site, operation, left, right)
            ?? ListArithmetic.Apply(context, site, operation, left, right)
            ?? throw Unsupported(context, site, operation, left, right);
    }

    public static object Negate(object number) => number switch
    {
        double real => -real,
        float single => -single,
        decimal exact => -exact,
        _ => Numbers.Shrink(-Numbers.ToBigInteger(number)),
    };

    public static string Symbol(TokenKind operation) => operation switch
    {
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.Slash => "/",
        TokenKind.DoubleSlash => "//",
        TokenKind.Percent => "%",
        TokenKind.ShiftLeft => "<<",
        TokenKind.ShiftRight => ">>",
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Greater => ">",
        _ => ">=",
    };

    public static TemplateException Unsupported(RenderContext context, Node site, TokenKind operation, object? left, object? right) =>
        Fault(
            site,
            $"Unsupported types `{context.Print(site, left)}/{ValueText.TypeName(left)}` {Symbol(operation)} `{context.Print(site, right)}/{ValueText.TypeName(right)}` for binary operation");

    /// <summary>A fault at the operator, or at the whole node where none is written.</summary>
    public static TemplateException Fault(Node site, string message, Exception? cause = null) =>
        (site is BinaryExpression binary ? binary.OperatorSpan : site.Span).Fault(message, cause);

    private static string OnText(RenderContext context, Node site, TokenKind operation, object? left, object? right)
    {
        if (operation == TokenKind.Plus)
            return context.Concatenate(site, context.Print(site, left), context.Print(site, right));
        if (operation != TokenKind.Star)
            throw Fault(site, $"Operator `{Symbol(operation)}` is not supported on string objects");
        var text = left as string ?? (string)right!;
        if (!Numbers.TryToInt(left is string ? right : left, out var count))
            throw (site is BinaryExpression { Left: var first, Right: var second } ? right is string ? first : second : site).Fault(
                "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        if (text.Length == 0 || count <= 0)
            return "";
        context.GuardLength(site, (long)text.Length * count);
        return text.Length == 1 ? new string(text[0], count) : string.Concat(Enumerable.Repeat(text, count));
    }

    private static object? OnTimes(Node site, TokenKind operation, object left, object right)
    {
        try
        {
            return (left, operation, right) switch
            {
                (DateTimeOffset a, TokenKind.Minus, DateTimeOffset b) => a - b,
                (DateTimeOffset a, TokenKind.Plus, TimeSpan b) => a + b,
                (DateTimeOffset a, TokenKind.Minus, TimeSpan b) => a - b,
                (TimeSpan a, TokenKind.Plus, DateTimeOffset b) => b + a,
                (TimeSpan a, TokenKind.Plus, TimeSpan b) => a + b,
                (TimeSpan a, TokenKind.Minus, TimeSpan b) => a - b,
                _ => null,
            };
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw Fault(site, "The result is no date or timespan that exists.", exception);
        }
    }

    private static object OnNumbers(Node site, TokenKind operation, object left, object right)
    {
        var isWhole = Numbers.IsWhole(left) && Numbers.IsWhole(right);
        if (Numbers.ToDouble(right) == 0 && (left is decimal || right is decimal
            ? operation is TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent
            : isWhole && operation is TokenKind.DoubleSlash or TokenKind.Percent))
            throw Fault(site, "Attempted to divide by zero.");
        if (operation is TokenKind.ShiftLeft or TokenKind.ShiftRight)
            return Shift(site, operation, left, right);
        try
        {
            if ((left is decimal || right is decimal) && Numbers.TryToDecimal(left, out var a) && Numbers.TryToDecimal(right, out var b))
                return OnDecimals(operation, a, b);
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            // Too large for a decimal, or so small that it became none.
            return OnDoubles(operation, Numbers.ToDouble(left), Numbers.ToDouble(right));
        }

        if (!isWhole && left is not double && right is not double)
            return (float)OnDoubles(operation, Numbers.ToDouble(left), Numbers.ToDouble(right));
        if (!isWhole)
            return OnDoubles(operation, Numbers.ToDouble(left), Numbers.ToDouble(right));
        return left is BigInteger || right is BigInteger
            ? OnBigIntegers(site, operation, Numbers.ToBigInteger(left), Numbers.ToBigInteger(right))
            : OnIntegers(operation, Numbers.ToLong(left), Numbers.ToLong(right));
    }

    /// <summary>The commonest case by the shortest way; null for what would divide by zero.</summary>
    private static object? OnInts(TokenKind operation, long left, long right) => operation switch
    {
        TokenKind.Plus => Numbers.Shrink(left + right),
        TokenKind.Minus => Numbers.Shrink(left - right),
        TokenKind.Star => Numbers.Shrink(left * right),
        _ when right == 0 => null,
        TokenKind.Slash => (double)left / right,
        TokenKind.DoubleSlash => Numbers.Shrink(left / right),
        TokenKind.Percent => Numbers.Shrink(left % right),
        _ => null,
    };

    private static object OnIntegers(TokenKind operation, Int128 left, Int128 right) => operation switch
    {
        TokenKind.Plus => Numbers.Shrink(left + right),
        TokenKind.Minus => Numbers.Shrink(left - right),
        TokenKind.Star => Numbers.Shrink(left * right),
        TokenKind.Slash => (double)left / (double)right,
        TokenKind.DoubleSlash => Numbers.Shrink(left / right),
        _ => Numbers.Shrink(left % right),
    };

    private static object OnBigIntegers(Node site, TokenKind operation, BigInteger left, BigInteger right)
    {
        var bits = operation == TokenKind.Star ? left.GetBitLength() + right.GetBitLength() : Math.Max(left.GetBitLength(), right.GetBitLength()) + 1;
        if (bits > LargestNumber)
            throw Fault(site, "The number is too large.");
        return operation switch
        {
            TokenKind.Plus => Numbers.Shrink(left + right),
            TokenKind.Minus => Numbers.Shrink(left - right),
            TokenKind.Star => Numbers.Shrink(left * right),
            TokenKind.Slash => (double)left / (double)right,
            TokenKind.DoubleSlash => Numbers.Shrink(left / right),
            _ => Numbers.Shrink(left % right),
        };
    }

    /// <summary>Moves the bits of a whole number; any other number is multiplied or divided by a power of two.</summary>
    private static object Shift(Node site, TokenKind operation, object left, object right)
    {
        if (!Numbers.TryToInt(right, out var count) || Math.Abs((long)count) > LargestNumber)
            throw Fault(site, "The number is too large.");
        count = operation == TokenKind.ShiftLeft ? count : -count;
        if (!Numbers.IsWhole(left))
            return Numbers.ToDouble(left) * Math.Pow(2, count);
        var value = Numbers.ToBigInteger(left);
        if (value.GetBitLength() + count > LargestNumber)
            throw Fault(site, "The number is too large.");
        return Numbers.Shrink(count >= 0 ? value << count : value >> -count);
    }

    private static double OnDoubles(TokenKind operation, double left, double right) => operation switch
    {
        TokenKind.Plus => left + right,
        TokenKind.Minus => left - right,
        TokenKind.Star => left * right,
        TokenKind.Slash => left / right,
        TokenKind.DoubleSlash => Math.Round(left / right),
        _ => left % right,
    };

    private static object OnDecimals(TokenKind operation, decimal left, decimal right) => operation switch
    {
        TokenKind.Plus => left + right,
        TokenKind.Minus => left - right,
        TokenKind.Star => left * right,
        TokenKind.Slash => left / right,
        TokenKind.DoubleSlash => Math.Round(left / right),
        _ => left % right,
    };
}
