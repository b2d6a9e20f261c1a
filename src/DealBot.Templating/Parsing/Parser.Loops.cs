using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    /// <summary>True while the list of a loop is parsed, whose call arguments end where the loop's own options begin.</summary>
    private bool _isLoopList;

    private Statement ParseFor(bool isTable)
    {
        var part = isTable ? Part.TableRow : Part.For;
        var keyword = Take();
        if (ParseOperand() is not { } variable)
        {
            Report(Current, $"Error while parsing {part.Name}: Expecting <expression> instead of `{Describe(Current)}` in: {part.Form}");
            return EmptyBlock();
        }

        if (variable is not (VariableExpression or LocalVariableExpression))
            Report(keyword, $"Error while parsing {part.Name}: Expecting a variable instead of `{variable.Span.Text}` in: {part.Form}");
        if (IsKeyword("in"))
            Advance();
        else
            Report(keyword, $"Error while parsing {part.Name}: Expecting 'in' word instead of `{Describe(Current)}` in: {part.Form}");
        _isLoopList = true;
        var list = ExpectExpression(part.Name, part.Form);
        _isLoopList = false;
        var options = ParseLoopOptions(part);
        var body = ParseBody(part, out var ending);
        var otherwise = ending == Ending.Else ? ParseLoopElse() : null;
        return isTable
            ? new TableRowStatement(SpanFrom(keyword.Start), variable, list, options, body, otherwise)
            : new ForStatement(SpanFrom(keyword.Start), variable, list, options, body, otherwise);
    }

    private Block ParseLoopElse()
    {
        if (Next is not { Kind: TokenKind.Identifier, Text: "if" })
            return ParseElse();
        var condition = Next;
        Advance();
        ParseIf();
        Report(condition, "Invalid if/else combination within a for statement.");
        return EmptyBlock();
    }

    private LoopOptions ParseLoopOptions(Part part)
    {
        var options = new LoopOptions(null, null, null, false);
        while (IsLoopOption())
        {
            var name = Take().Text;
            if (name == "reversed")
            {
                options = options with { IsReversed = true };
                continue;
            }

            Advance();
            var value = ParseOperand() ?? ExpectExpression(part.Name, part.Form);
            options = name switch
            {
                "offset" => options with { Offset = value },
                "limit" => options with { Limit = value },
                _ => options with { Columns = value },
            };
        }

        return options;
    }

    private bool IsLoopOption() => Current.Kind == TokenKind.Identifier
        && (Current.Text == "reversed" || (Current.Text is "offset" or "limit" or "cols" && Next.Kind == TokenKind.Colon));
}
