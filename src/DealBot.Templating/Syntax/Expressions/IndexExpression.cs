using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>target[index]</c>.</summary>
internal sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : AssignableExpression(span)
{
    public override string Kind => "indexer";

    public override object? Evaluate(RenderContext context) => context.CallIfFunction(this, EvaluateTarget(context));

    public override object? EvaluateTarget(RenderContext context)
    {
        context.GuardStack(this);
        var (owner, key) = EvaluateParts(context);
        if (owner is string or System.Collections.IList or IReadOnlyList<object?> && key is not string)
            return Members.GetAt(context, owner, Position(key));
        return Members.Get(context, owner, context.Print(index, key));
    }

    public override void Assign(RenderContext context, object? value)
    {
        var (owner, key) = EvaluateParts(context);
        if (owner is TemplateArray array && key is not string)
        {
            context.SetItem(this, array, Position(key), value);
            return;
        }

        var name = context.Print(index, key);
        switch (Members.Set(context, owner, name, value))
        {
            case SetOutcome.ReadOnly: throw index.Fault($"Cannot set a value for the readonly member `{name}` in the indexer: {target.Span.Text}['{name}']");
            case SetOutcome.Unsupported: throw Fault($"Cannot set an item of a value of type {ValueText.TypeName(owner)}: {Span.Text}");
        }
    }

    private (object Owner, object Key) EvaluateParts(RenderContext context)
    {
        var owner = target.Evaluate(context) ?? throw Fault($"Object `{target.Span.Text}` is null. Cannot access indexer: {Span.Text}");
        var key = index.Evaluate(context) ?? throw index.Fault($"Cannot access target `{target.Span.Text}` with a null indexer: {Span.Text}");
        return (owner, key);
    }

    private int Position(object key) => Numbers.TryToInt(key, out var position)
        ? position
        : throw index.Fault($"Expecting an integer. The type `{ValueText.TypeName(key)}` cannot index a list: {Span.Text}");

    public override void Print(SyntaxPrinter printer) => printer.Write(target).Write("[").Write(index).Write("]");
}
