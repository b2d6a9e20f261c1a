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
        var keyword = isTable ? "tablerow" : "for";
        var form = $"{keyword} <variable> in <expression> ... end";
        var start = Take().Start;
        var variable = ParseLoopVariable(keyword, start, form);
        Expression list = Placeholder();
        var options = new LoopOptions(null, null, null, false);
        if (variable is not null && ExpectIn(keyword, form))
        {
            list = ParseLoopList(keyword, form);
            options = ParseLoopOptions(keyword);
        }
        else
            SkipToEndOfStatement();

        ExpectEndOfStatement();
        var body = ParseBlock();
        Block? otherwise = null;
        if (IsKeyword("else") && !isTable)
        {
            Advance();
            ExpectEndOfStatement();
            otherwise = ParseBlock();
        }

        ExpectEnd(keyword, form);
        var target = variable ?? list;
        return isTable
            ? new TableRowStatement(SpanFrom(start), target, list, options, body)
            : new ForStatement(SpanFrom(start), target, list, options, body, otherwise);
    }

    private Expression? ParseLoopVariable(string keyword, int start, string form)
    {
        var token = Current;
        if (token.Kind is TokenKind.Identifier or TokenKind.LocalVariable)
        {
            Advance();
            return token.Kind == TokenKind.Identifier
                ? new VariableExpression(SpanOf(token), token.Text)
                : new LocalVariableExpression(SpanOf(token), token.Text);
        }

        Report(start, $"Error while parsing {keyword} statement: Expecting a variable instead of `{Describe(token)}` in: {form}");
        return null;
    }

    private bool ExpectIn(string keyword, string form)
    {
        if (IsKeyword("in"))
        {
            Advance();
            return true;
        }

        Report(Current.Start, $"Error while parsing {keyword} statement: Expecting `in` instead of `{Describe(Current)}` in: {form}");
        return false;
    }

    private Expression ParseLoopList(string keyword, string form)
    {
        var outer = _isLoopList;
        _isLoopList = true;
        var list = ExpectExpression(keyword, form);
        _isLoopList = outer;
        return list;
    }

    private LoopOptions ParseLoopOptions(string keyword)
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
            var value = ParseArgumentValue() ?? ExpectExpression(keyword, $"{name}: <expression>");
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

    private void SkipToEndOfStatement()
    {
        while (Current.Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile))
            Advance();
    }
}
