using System.Globalization;
using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>Equality and order of values.</summary>
internal static class Comparison
{
    private const int DeepestList = 20;

    public static bool AreEqual(RenderContext context, Node site, object? left, object? right, int depth = 0)
    {
        if (ReferenceEquals(left, right))
            return !Numbers.IsNaN(left);
        if (left is int whole && right is int other)
            return whole == other;
        if (left is string text && right is string otherText)
            return AreTextsEqual(context, site, text, otherText);
        if (left is EmptyValue || right is EmptyValue)
            return EmptyValue.Matches(left is EmptyValue ? right : left);
        if (left is string || right is string)
            return AreTextsEqual(context, site, context.Print(site, left), context.Print(site, right));
        if (left is null || right is null)
            return false;
        if (left is bool leftFlag && Numbers.IsNumber(right))
            return OrderNumbers(leftFlag ? 1 : 0, right) == 0;
        if (right is bool rightFlag && Numbers.IsNumber(left))
            return OrderNumbers(left, rightFlag ? 1 : 0) == 0;
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            return !Numbers.IsNaN(left) && OrderNumbers(left, right) == 0;
        if (left is IReadOnlyList<object?> first && right is IReadOnlyList<object?> second)
            return AreListsEqual(context, site, first, second, depth);
        return left.Equals(right);
    }

    /// <summary>Whether <c>&lt; &lt;= &gt; &gt;=</c> holds; never with null.</summary>
    public static bool Holds(RenderContext context, Node site, TokenKind operation, object? left, object? right)
    {
        if (left is int whole && right is int other)
            return Holds(operation, whole.CompareTo(other));
        if (left is string || right is string)
            return Holds(operation, OrderTexts(context, site, left, right));
        if (left is null || right is null || Numbers.IsNaN(left) || Numbers.IsNaN(right))
            return false;
        if (left is bool && right is bool)
            throw Arithmetic.Fault(site, $"The operator `{Arithmetic.Symbol(operation)}` is not valid for bool<->bool");
        if (left is IReadOnlyList<object?> first && right is IReadOnlyList<object?> second)
            return HoldsForLists(context, site, operation, first, second);
        var order = TryOrder(context, site, left, right) ?? throw Arithmetic.Unsupported(context, site, operation, left, right);
        return Holds(operation, order);
    }

    /// <summary>An order of any two values, for sorting: null first, then what compares, then as text.</summary>
    public static int Order(RenderContext context, object? left, object? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        return TryOrder(context, context.CallSite, left, right) ?? OrderTexts(context, context.CallSite, left, right);
    }

    private static bool Holds(TokenKind operation, int order) => operation switch
    {
        TokenKind.Less => order < 0,
        TokenKind.LessOrEqual => order <= 0,
        TokenKind.Greater => order > 0,
        _ => order >= 0,
    };

    private static int? TryOrder(RenderContext context, Node site, object left, object right) => (left, right) switch
    {
        (string, _) or (_, string) => OrderTexts(context, site, left, right),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ when Numbers.IsNumber(left) && Numbers.IsNumber(right) => OrderNumbers(left, right),
        _ => null,
    };

    private static bool AreTextsEqual(RenderContext context, Node site, string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        context.CountText(site, left.Length);
        return left == right;
    }

    private static int OrderTexts(RenderContext context, Node site, object? left, object? right)
    {
        var (first, second) = (context.Print(site, left), context.Print(site, right));
        context.CountText(site, (long)first.Length + second.Length);
        return context.Options.Culture.CompareInfo.Compare(first, second, CompareOptions.None);
    }

    private static int OrderNumbers(object left, object right)
    {
        if (left is int or long && right is int or long)
            return Numbers.ToLong(left).CompareTo(Numbers.ToLong(right));
        if (Numbers.IsWhole(left) && Numbers.IsWhole(right))
            return Numbers.ToBigInteger(left).CompareTo(Numbers.ToBigInteger(right));
        if ((left is decimal || right is decimal) && Numbers.TryToDecimal(left, out var a) && Numbers.TryToDecimal(right, out var b))
            return a.CompareTo(b);
        return Numbers.ToDouble(left).CompareTo(Numbers.ToDouble(right));
    }

    /// <summary>The longer list is the greater one; of lists that are equally long, every item must be.</summary>
    private static bool HoldsForLists(
        RenderContext context, Node site, TokenKind operation, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        if (first.Count != second.Count || first.Count == 0)
            return Holds(operation, first.Count.CompareTo(second.Count));
        context.GuardStack(site);
        context.CountSteps(site, first.Count);
        for (var i = 0; i < first.Count; i++)
            if (!Holds(context, site, operation, context.Current(first[i]), context.Current(second[i])))
                return false;
        return true;
    }

    private static bool AreListsEqual(RenderContext context, Node site, IReadOnlyList<object?> first, IReadOnlyList<object?> second, int depth)
    {
        if (first.Count != second.Count || depth > DeepestList)
            return false;
        context.CountSteps(site, first.Count);
        for (var i = 0; i < first.Count; i++)
            if (!AreEqual(context, site, context.Current(first[i]), context.Current(second[i]), depth + 1))
                return false;
        return true;
    }
}
