using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>{name: value}</c>.</summary>
internal sealed class ObjectExpression(SourceSpan span, IReadOnlyList<KeyValuePair<string, Expression>> members) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        context.CountSteps(this, members.Count);
        var result = context.NewObject();
        foreach (var (name, value) in members)
            result[name] = value.Evaluate(context);
        return result;
    }

    public override void Print(SyntaxPrinter printer) => printer
        .Write("{")
        .WriteList(members, ", ", member => printer.Write(CodeText.MemberName(member.Key)).Write(": ").Write(member.Value))
        .Write("}");
}
