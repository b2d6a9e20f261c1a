using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>target.name</c>, or <c>target?.name</c>, which is null when the target is.</summary>
internal sealed class MemberExpression(SourceSpan span, Expression target, SourceSpan nameSpan, string name, bool optional)
    : AssignableExpression(span)
{
    private int _position;

    /// <summary>Whether a null target makes a null value: <c>target?.name</c>, and any member of such a member.</summary>
    public bool IsOptional { get; } = optional;

    public override string Kind => "member";

    public override object? Evaluate(RenderContext context) => context.CallIfFunction(this, EvaluateTarget(context));

    public override object? EvaluateTarget(RenderContext context)
    {
        context.GuardStack(this);
        var owner = target.Evaluate(context);
        if (owner is TemplateObject { IsTyped: true } typed)
            return ReadTyped(context, typed);
        if (owner is not null)
            return owner is TemplateObject members && members.TryGetValue(name, ref _position, out var value)
                ? context.Current(value)
                : ReadOther(context, owner);
        return IsOptional ? null : throw nameSpan.Fault($"Cannot get the member {Span.Text} for a null object.", NullHint(context));
    }

    public override void Assign(RenderContext context, object? value)
    {
        var owner = target.Evaluate(context) ?? throw nameSpan.Fault($"Object `{target.Span.Text}` is null. Cannot access member: {Span.Text}");
        switch (Members.Set(context, owner, name, value))
        {
            case SetOutcome.ReadOnly: throw nameSpan.Fault($"Cannot set a value for the readonly member: {Span.Text}");
            case SetOutcome.Unsupported: throw nameSpan.Fault($"Cannot set the member {Span.Text} on a value of type {ValueText.TypeName(owner)}.");
        }
    }

    private string? NullHint(RenderContext context) => FunctionHint.ForMember(context, Span.Text)
        ?? (target is VariableExpression variable && !context.VariableNames().Contains(variable.Name)
            ? Spelling.Hint(variable.Name, context.VariableNames())
            : null);

    private object? ReadOther(RenderContext context, object owner)
    {
        var value = Members.Get(context, owner, name);
        if (value is null && context.Options.UnknownName is { } report && owner is TemplateObject { Owner: null } members)
            report(nameSpan.Fault($"There is no `{name}` in `{target.Span.Text}`", Spelling.Hint(name, members.Keys)).Place);
        return value;
    }

    private object? ReadTyped(RenderContext context, TemplateObject owner)
    {
        try
        {
            return Members.Get(context, owner, name);
        }
        catch (FunctionFailure failure)
        {
            throw nameSpan.Fault(failure.Message, failure);
        }
    }

    public override void Print(SyntaxPrinter printer) => printer
        .Write(target)
        .Write(target is LiteralExpression ? " " : "")
        .Write(IsOptional ? "?." : ".")
        .Write(name);
}
