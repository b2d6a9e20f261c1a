using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>$"text {expression} text"</c>: texts and expressions take turns, texts first and last.</summary>
internal sealed class InterpolationExpression(SourceSpan span, IReadOnlyList<string> texts, IReadOnlyList<Expression> holes) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        var mark = context.ArgumentMark;
        for (var i = 0; i < holes.Count; i++)
        {
            var value = holes[i].Evaluate(context);
            context.PushArgument(value is int or decimal ? value : context.Print(this, value));
        }

        // Written only now, since what a hole runs may write to the output itself.
        var aside = context.BeginAside();
        context.Write(this, texts[0]);
        for (var i = 0; i < holes.Count; i++)
        {
            context.Write(this, this, context.ArgumentsFrom(mark)[i]);
            context.Write(this, texts[i + 1]);
        }

        context.PopArguments(mark);
        return context.EndAside(this, aside);
    }

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("$\"" + CodeText.Interpolated(texts[0]));
        for (var i = 0; i < holes.Count; i++)
            printer.Write("{").Inline(holes[i]).Write("}" + CodeText.Interpolated(texts[i + 1]));
        printer.Write("\"");
    }
}
