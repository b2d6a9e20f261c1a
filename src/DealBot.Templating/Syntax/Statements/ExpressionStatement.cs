using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>An expression whose value is printed.</summary>
internal sealed class ExpressionStatement(SourceSpan span, Expression expression) : Statement(span)
{
    public Expression Expression => expression;

    public override Flow Execute(RenderContext context)
    {
        var value = expression.Evaluate(context);
        if (value is not (string or int) && value is null or TemplateFunction)
            return expression is LocalVariableExpression { Name: "$" } ? context.TakePendingFlow() : Flow.Next;
        context.WriteYield(this, expression, value);
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(expression);
}
