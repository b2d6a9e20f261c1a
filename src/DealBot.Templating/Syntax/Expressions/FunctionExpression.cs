using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>do ... end</c> as a value.</summary>
internal sealed class FunctionExpression(SourceSpan span, FunctionDefinition definition) : Expression(span)
{
    public override string Kind => "function";

    public override object? Evaluate(RenderContext context) => definition.Function;

    public override void Print(SyntaxPrinter printer)
    {
        definition.PrintParameters(printer.Write("do"));
        printer.InlineBody(definition.Body);
    }
}
