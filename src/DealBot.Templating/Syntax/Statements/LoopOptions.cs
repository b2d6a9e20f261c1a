using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>What may follow the list of a loop: <c>offset: limit: cols: reversed</c>.</summary>
internal sealed record LoopOptions(Expression? Offset, Expression? Limit, Expression? Columns, bool IsReversed)
{
    /// <summary>The items to go over: without those before the offset, turned round, then as many as the limit allows; null for no list at all.</summary>
    public IReadOnlyList<object?>? Select(RenderContext context, Expression list)
    {
        if (list.Evaluate(context) is not { } value)
            return null;
        var items = Sequences.From(context, list, value) ?? throw list.Span.Fault(
            $"Unexpected type `{value.GetType()}` for iterator", "Only a list, a range, an object or a string can be looped over.");
        var skipped = Math.Clamp(ToInt(context, Offset, 0), 0, items.Count);
        var limit = ToInt(context, Limit, 0);
        var count = limit > 0 ? Math.Min(limit, items.Count - skipped) : items.Count - skipped;
        if (skipped == 0 && count == items.Count && !IsReversed)
            return items;
        return new ListSlice(items, IsReversed ? items.Count - count : skipped, count, IsReversed);
    }

    public static int ToInt(RenderContext context, Expression? expression, int otherwise)
    {
        if (expression?.Evaluate(context) is not { } value)
            return otherwise;
        return Numbers.TryToInt(value, out var number) ? number : throw expression.Fault(
            $"Expecting an integer instead of `{context.Print(expression, value)}`");
    }

    public void Print(SyntaxPrinter printer)
    {
        foreach (var (name, value) in new[] { ("offset", Offset), ("limit", Limit), ("cols", Columns) })
            if (value is not null)
                printer.Write($" {name}: ").Write(value);
        printer.Write(IsReversed ? " reversed" : "");
    }
}
