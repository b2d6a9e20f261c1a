using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Parsing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>f a b name: c</c> or <c>f(a, b)</c>.</summary>
internal sealed class CallExpression(SourceSpan span, Expression target, ArgumentList arguments, bool hasParentheses) : Expression(span)
{
    public Expression Target { get; } = target;

    public ArgumentList Arguments { get; } = arguments;

    public bool HasParentheses { get; } = hasParentheses;

    public override string Kind => "function call";

    public override object? Evaluate(RenderContext context) => Invoke(context, context.ArgumentMark);

    /// <summary>Calls the function with the values pushed since the mark before the written arguments.</summary>
    public object? Invoke(RenderContext context, int mark)
    {
        context.GuardStack(this);
        var value = Target.EvaluateTarget(context);
        if (TemplateFunction.From(value) is not { } function)
            throw Uncallable(context, value);
        var result = context.Call(function, Arguments.Evaluate(context, this, mark));
        context.PopArguments(mark);
        return result;
    }

    private TemplateException Uncallable(RenderContext context, object? value)
    {
        var foreign = Arguments.Positional.Prepend(Target).OfType<VariableExpression>().FirstOrDefault(name => Hints.Meant(name.Name) is not null);
        var hint = foreign is not null ? $"Write `{Hints.Meant(foreign.Name)}` instead of `{foreign.Name}`."
            : value is null ? FunctionHint.For(context, Target.Span.Text)
            : $"`{Target.Span.Text}` is a value and takes no arguments: put an operator, `|`, `;` or a line break after it.";
        if (value is null)
            return Target.Span.Fault($"The function `{Target.Span.Text}` was not found", hint);
        return Target.Span.Fault($"Invalid target function `{context.Print(Target, value)}` ({ValueText.TypeName(value)})", hint);
    }

    public override void Print(SyntaxPrinter printer) => Arguments.Print(printer.Write(Target), HasParentheses);
}
