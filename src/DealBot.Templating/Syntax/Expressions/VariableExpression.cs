using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary>A global variable: looked up from the innermost object to the model, the host's functions and the builtins.</summary>
internal sealed class VariableExpression(SourceSpan span, string name) : AssignableExpression(span)
{
    private int _position;

    public string Name { get; } = name;

    public override string Kind => "variable";

    public override object? Evaluate(RenderContext context) => context.CallIfFunction(this, EvaluateTarget(context));

    public override object? EvaluateTarget(RenderContext context)
    {
        if (context.TryGetVariable(Name, ref _position, out var value))
            return value;
        if (context.Options.StrictVariables)
            throw Span.Fault($"The variable or function `{Name}` was not found", Spelling.Hint(Name, context.VariableNames()) ?? FunctionHint.For(context, Name));
        if (context.Options.UnknownName is { } report && Spelling.Hint(Name, context.VariableNames()) is { } hint)
            report(Span.Fault($"The variable or function `{Name}` was not found", hint).Place);
        return null;
    }

    public override void Assign(RenderContext context, object? value)
    {
        if (!context.TrySetVariable(Name, ref _position, value))
            throw Fault($"Cannot set value on the readonly variable `{Name}`");
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(Name);
}
