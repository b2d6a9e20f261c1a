using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ArrayExpression(SourceSpan span, IReadOnlyList<Expression> items) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        context.CountSteps(this, items.Count);
        var array = context.NewArray(items.Count);
        foreach (var item in items)
            array.Add(item.Evaluate(context));
        return array;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("[").WriteList(items, ", ", item => printer.Write(item)).Write("]");
}
