using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    private Expression? ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.String:
                ReportBadEscape(token);
                Advance();
                return new LiteralExpression(SpanOf(token), token.Value);
            case TokenKind.Identifier:
                return ParseIdentifier(token);
            case TokenKind.LocalVariable:
                Advance();
                if (token.Text == "$")
                    Report(Current, "Cannot use block delegate $$ in a nested expression");
                return new LocalVariableExpression(SpanOf(token), token.Text);
            case TokenKind.OpenParenthesis:
                return ParseNested(token);
            case TokenKind.OpenBracket:
                return ParseArray(token);
            case TokenKind.OpenBrace:
                return ParseObject(token);
            case TokenKind.InterpolationStart:
                return ParseInterpolation(token);
            default:
                return null;
        }
    }

    private void ReportBadEscape(Token token)
    {
        if (_lexed.BadEscapes is { } badEscapes && badEscapes.TryGetValue(token.Start, out var escaped))
            Report(token, $"Unexpected escape character `{escaped}` in string");
    }

    private Expression ParseIdentifier(Token token)
    {
        if (token.Text is "for" or "while" or "tablerow" && Next.Kind == TokenKind.Dot)
            return ParseLoopMember(token);
        if (token.Text == "do" || (token.Text == "func" && Next.Kind == TokenKind.OpenParenthesis))
            return ParseAnonymousFunction();
        Advance();
        return token.Text switch
        {
            "true" => new LiteralExpression(SpanOf(token), true),
            "false" => new LiteralExpression(SpanOf(token), false),
            "null" => new LiteralExpression(SpanOf(token), null),
            "this" => new ThisExpression(SpanOf(token)),
            _ => new VariableExpression(SpanOf(token), token.Text),
        };
    }

    private LoopMemberExpression ParseLoopMember(Token loop)
    {
        Advance();
        Advance();
        var member = Current;
        var name = Describe(member);
        if (member.Kind != TokenKind.Identifier)
            Report(loop, $"Invalid token `{Describe(Previous)}`. The loop variable <{loop.Text}> dot must be followed by an identifier");
        else if (!LoopMemberExpression.IsKnown(name))
            Report(loop, $"The loop variable <{loop.Text}.{name}> is not supported");
        else if (!LoopMemberExpression.IsKnown(loop.Text, name))
            Report(loop, $"The loop variable <{loop.Text}.{name}> is invalid");
        if (member.Kind == TokenKind.Identifier)
            Advance();
        return new LoopMemberExpression(SpanFrom(loop.Start), SpanOf(member), loop.Text, name);
    }

    private NestedExpression ParseNested(Token open)
    {
        var inner = InBrackets(() => ExpectExpression("nested expression", "(<expression>)"));
        if (!TryTake(TokenKind.CloseParenthesis))
        {
            ReturnToLineBreak();
            Report(Current, $"Invalid token `{Describe(Current)}`. Expecting a closing `)`.");
        }

        return new NestedExpression(SpanFrom(open.Start), inner);
    }

    private ArrayExpression ParseArray(Token open)
    {
        var items = InBrackets(() =>
        {
            var list = new List<Expression>();
            while (Current.Kind != TokenKind.CloseBracket)
            {
                if (ParseExpression() is not { } item)
                {
                    Report(Current,
                        $"Error while parsing array initializer: Expecting <expression> instead of `{Describe(Current)}` in: [item1, item2,...]");
                    break;
                }

                list.Add(item);
                if (!TryTake(TokenKind.Comma))
                    break;
            }

            return list;
        });
        Expect(TokenKind.CloseBracket, "]");
        return new ArrayExpression(SpanFrom(open.Start), items);
    }

    private ObjectExpression ParseObject(Token open)
    {
        var members = new List<KeyValuePair<string, Expression>>();
        if (InBrackets(() => ParseMembers(members)))
            Advance();
        return new ObjectExpression(SpanFrom(open.Start), members);
    }

    /// <summary>True when the members end at their closing brace; otherwise what is wrong was reported.</summary>
    private bool ParseMembers(List<KeyValuePair<string, Expression>> members)
    {
        var isComplete = false;
        while (Current.Kind != TokenKind.CloseBrace)
        {
            var name = Current;
            if (isComplete || name.Kind is not (TokenKind.Identifier or TokenKind.String))
                return ReportMember(
                    $"Unexpected token `{Describe(name)}` while parsing object initializer. Expecting a simple identifier for the member name.");
            Advance();
            if (!TryTake(TokenKind.Colon))
                return ReportMember(
                    $"Unexpected token `{Describe(Current)}` Expecting a colon : after identifier `{(name.Kind == TokenKind.Identifier ? name.Text : "")}` for object initializer member name");
            if (ParseExpression() is not { } value)
                return ReportMember($"Unexpected token `{Describe(Current)}`. Expecting an expression for the value of the member.");
            members.Add(new(name.Text, value));
            isComplete = !TryTake(TokenKind.Comma);
        }

        return true;
    }

    private bool ReportMember(string message)
    {
        Report(Current, message);
        return false;
    }

    private InterpolationExpression ParseInterpolation(Token start)
    {
        var texts = new List<string> { start.Text };
        var holes = new List<Expression>();
        var bracketDepth = _bracketDepth;
        _bracketDepth = 0;
        Token part;
        do
        {
            Advance();
            if (ParseExpression() is { } hole)
                holes.Add(hole);
            part = Current;
            if (part.Kind is not (TokenKind.InterpolationMiddle or TokenKind.InterpolationEnd))
            {
                Report(part, "Opened interpolated expression not closed on the same line.");
                Report(part, $"Unexpected token `{Describe(part)}` while parsing expression");
                break;
            }

            if (holes.Count < texts.Count)
                Report(part, "Expecting an expression in the interpolated string.");
            texts.Add(part.Text);
        }
        while (part.Kind != TokenKind.InterpolationEnd);
        _bracketDepth = bracketDepth;
        if (part.Kind == TokenKind.InterpolationEnd)
            Advance();
        return new InterpolationExpression(SpanFrom(start.Start), texts, holes);
    }
}
