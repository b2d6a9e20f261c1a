using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Syntax;

/// <summary>
/// A function written in a template. Without parameters in its definition it is a simple function, which shares its caller's
/// variables.
/// </summary>
internal sealed class FunctionDefinition
{
    public FunctionDefinition(string name, IReadOnlyList<ScriptParameter>? parameters, Block body)
    {
        Name = name;
        Parameters = parameters;
        Body = body;
        NamesArguments = body.Span.AsSpan().Contains('$');
        Function = new ScriptFunction(this);
    }

    public string Name { get; }

    public IReadOnlyList<ScriptParameter>? Parameters { get; }

    public Block Body { get; }

    /// <summary>Whether the body may look at <c>$</c>; then its text has that character.</summary>
    public bool NamesArguments { get; }

    /// <summary>The function value; it holds no state, so that one serves all renderings.</summary>
    public ScriptFunction Function { get; }

    /// <summary>The value of a function of the form <c>f(x) = value</c>; null for one of the long form.</summary>
    public Expression? InlineValue => Body.OnlyStatement is ReturnStatement { Value: { } value } && value.Span == Body.Span ? value : null;

    public void PrintParameters(SyntaxPrinter printer)
    {
        if (Parameters is not null)
            printer.Write("(").WriteList(Parameters, ", ", parameter => parameter.Print(printer)).Write(")");
    }
}
