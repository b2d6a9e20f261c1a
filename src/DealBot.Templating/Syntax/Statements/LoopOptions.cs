using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>What may follow the list of a loop: <c>offset: limit: cols: reversed</c>.</summary>
internal sealed record LoopOptions(Expression? Offset, Expression? Limit, Expression? Columns, bool IsReversed)
{
    public IReadOnlyList<object?> Select(RenderContext context, Expression list)
    {
        var value = list.Evaluate(context);
        var items = Sequences.From(context, list, value)
            ?? throw list.Fault($"Unexpected type `{ValueText.TypeName(value)}` of `{list.Span.Text}`. Expecting a list to loop over.");
        var skipped = Math.Clamp(ToInt(context, Offset, 0), 0, items.Count);
        var count = Math.Clamp(ToInt(context, Limit, items.Count), 0, items.Count - skipped);
        return skipped == 0 && count == items.Count && !IsReversed ? items : new ListSlice(items, skipped, count, IsReversed);
    }

    public static int ToInt(RenderContext context, Expression? expression, int otherwise)
    {
        if (expression?.Evaluate(context) is not { } value)
            return otherwise;
        return Numbers.TryToInt(value, out var number) ? number : throw expression.Fault(
            $"Expecting an integer instead of `{context.Print(expression, value)}`");
    }
}
