using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    /// <summary>Parses statements up to <c>end</c>, <c>else</c>, <c>when</c> or the end of the file.</summary>
    private Block ParseBlock()
    {
        var start = Current.Start;
        var statements = new List<Statement>();
        if (TryEnter())
            while (Current.Kind != TokenKind.EndOfFile && !IsBlockEnd())
                if (ParseStatement() is { } statement)
                    statements.Add(statement);
        _depth--;
        return new Block(SpanFrom(start), statements);
    }

    private bool IsBlockEnd() => Current.Kind == TokenKind.Identifier && Current.Text is "end" or "else" or "when";

    private Statement? ParseStatement()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                Advance();
                return new TextStatement(SpanOf(token));
            case TokenKind.CodeEnter:
                _indent = (string?)token.Value;
                Advance();
                return null;
            case TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon:
                Advance();
                return null;
            case TokenKind.Identifier when Next.Kind is not (TokenKind.Dot or TokenKind.Assign):
                return ParseKeywordStatement(token) ?? ParseExpressionStatement();
        }

        return ParseExpressionStatement();
    }

    private Statement? ParseKeywordStatement(Token token) => token.Text switch
    {
        "if" => ParseIf(),
        "case" => ParseCase(),
        "for" => ParseFor(isTable: false),
        "tablerow" => ParseFor(isTable: true),
        "while" => ParseWhile(),
        "capture" => ParseCapture(),
        "func" when Next.Kind != TokenKind.OpenParenthesis => ParseFunction(),
        "with" => ParseWith(),
        "wrap" => ParseWrap(),
        "ret" => ParseReturn(),
        "readonly" => ParseReadOnly(),
        "import" => ParseImport(),
        "break" => ParseLeaveLoop(Flow.Break),
        "continue" => ParseLeaveLoop(Flow.Continue),
        _ => null,
    };

    private Statement? ParseExpressionStatement()
    {
        var start = Current.Start;
        var expression = ParseExpression(isTopLevel: true);
        if (expression is null)
        {
            // A token that was already reported would only be reported again in other words.
            if (_lastErrorPosition != start)
                Report(start, $"Unexpected token {Describe(Current)}");
            Stop();
            return null;
        }

        var indent = _indent;
        if (Current.Kind == TokenKind.Assign || BinaryPrecedence.Compound(Current.Kind) is not null)
            return ParseAssign(start, expression);
        ExpectEndOfStatement();
        return new ExpressionStatement(SpanFrom(start), expression, indent);
    }

    private Statement? ParseAssign(int start, Expression target)
    {
        var operation = Take();
        var value = ParseExpression();
        if (value is null)
        {
            Report(Current.Start,
                $"Error while parsing assign expression: Expecting <expression> instead of `{Describe(Current)}` in: <target_expression> = <value_expression>");
            value = Placeholder();
        }

        ExpectEndOfStatement();
        if (target is CallExpression { HasParentheses: true } call && operation.Kind == TokenKind.Assign)
            return ParseInlineFunction(start, call, value);
        if (target is AssignableExpression assignable)
            return new AssignStatement(SpanFrom(start), assignable, BinaryPrecedence.Compound(operation.Kind), value);
        while (target is NestedExpression nested)
            target = nested.Inner;
        Report(target.Span.Start, "Unsupported target expression for assignment.");
        return null;
    }

    private Statement ParseIf()
    {
        var start = Take().Start;
        var branches = new List<(Expression, Block)> { ParseBranch("if", "<expression> ... end|else|else if") };
        Block? otherwise = null;
        while (IsKeyword("else") && otherwise is null)
        {
            Advance();
            if (IsKeyword("if"))
            {
                Advance();
                branches.Add(ParseBranch("else if", "<expression> ... end|else|else if"));
                continue;
            }

            ExpectEndOfStatement();
            otherwise = ParseBlock();
        }

        ExpectEnd("if", "if <expression> ... end|else|else if");
        return new IfStatement(SpanFrom(start), branches, otherwise);
    }

    private (Expression Condition, Block Body) ParseBranch(string keyword, string form)
    {
        var condition = ExpectExpression(keyword, $"{keyword} {form}");
        ExpectEndOfStatement();
        return (condition, ParseBlock());
    }

    /// <summary>Takes the <c>end</c> of a statement, or reports, at the last token of its body, that there is none.</summary>
    private void ExpectEnd(string statement, string form)
    {
        if (IsKeyword("end"))
        {
            Advance();
            ExpectEndOfStatement();
            return;
        }

        Report(Previous.Start, $"Error while parsing {statement} statement: The <end> statement was not found in: {form}");
    }

    private Expression ExpectExpression(string statement, string form)
    {
        if (ParseExpression() is { } expression)
            return expression;
        Report(Current.Start, $"Error while parsing {statement} statement: Expecting <expression> instead of `{Describe(Current)}` in: {form}");
        return Placeholder();
    }

    private Statement ParseCase()
    {
        var start = Take().Start;
        var subject = ExpectExpression("case", "case <expression> ... end|when|else");
        ExpectEndOfStatement();
        var parts = new List<(IReadOnlyList<Expression>, Block)>();
        Block? otherwise = null;
        SkipToFirstWhen();
        while (IsKeyword("when"))
        {
            Advance();
            var matches = ParseMatches();
            ExpectEndOfStatement();
            parts.Add((matches, ParseBlock()));
        }

        if (IsKeyword("else"))
        {
            Advance();
            ExpectEndOfStatement();
            otherwise = ParseBlock();
        }

        ExpectEnd("case", "case <expression> ... end|when|else");
        return new CaseStatement(SpanFrom(start), subject, parts, otherwise);
    }

    /// <summary>Only layout may stand between <c>case</c> and its first part.</summary>
    private void SkipToFirstWhen()
    {
        while (Current.Kind != TokenKind.EndOfFile && !IsBlockEnd())
        {
            if (Current.Kind is not (TokenKind.Text or TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon))
                Report(Current.Start,
                    $"Unexpected statement/expression `{Describe(Current)}` in the body of a `case` statement. Only `when`/`else` are expected.");
            ParseStatement();
        }
    }

    private List<Expression> ParseMatches()
    {
        var matches = new List<Expression>();
        do
        {
            if (ParseBinary(BinaryPrecedence.AboveOr) is { } match)
                matches.Add(match);
            else
                Report(Current.Start,
                    $"Error while parsing when statement: Expecting <expression> instead of `{Describe(Current)}` in: when <expression>");
        }
        while (TryTake(TokenKind.Comma) || TryTake(TokenKind.Or));
        return matches;
    }

    private Statement ParseWhile()
    {
        var start = Take().Start;
        var (condition, body) = ParseBranch("while", "<expression> ... end");
        ExpectEnd("while", "while <expression> ... end");
        return new WhileStatement(SpanFrom(start), condition, body);
    }

    private Statement? ParseCapture()
    {
        var start = Take().Start;
        var target = ExpectExpression("capture", "capture <variable> ... end");
        ExpectEndOfStatement();
        var body = ParseBlock();
        ExpectEnd("capture", "capture <variable> ... end");
        if (target is AssignableExpression assignable)
            return new CaptureStatement(SpanFrom(start), assignable, body);
        Report(target.Span.Start,
            $"Error while parsing capture statement: Expecting a variable instead of `{target.Span.Text}` in: capture <variable> ... end");
        return null;
    }

    private Statement ParseWith()
    {
        var start = Take().Start;
        var (target, body) = ParseBranch("with", "<variable> ... end");
        ExpectEnd("with", "with <variable> ... end");
        return new WithStatement(SpanFrom(start), target, body);
    }

    private Statement ParseWrap()
    {
        var start = Take().Start;
        var expression = ExpectExpression("wrap", "wrap <function_call> ... end");
        var call = expression as CallExpression;
        var target = call?.Target ?? expression;
        if (target is not (AssignableExpression or LiteralExpression))
            Report(target.Span.Start, $"Expecting a direct function instead of the expression `{target.Span.Text}/{target.Kind}`");
        ExpectEndOfStatement();
        var body = ParseBlock();
        ExpectEnd("wrap", "wrap <function_call> ... end");
        return new WrapStatement(SpanFrom(start), target, call?.Arguments ?? ArgumentList.Empty, body);
    }

    private Statement ParseReturn()
    {
        var start = Take().Start;
        var value = ParseExpression();
        ExpectEndOfStatement();
        return new ReturnStatement(SpanFrom(start), value);
    }

    private Statement ParseReadOnly()
    {
        var start = Take().Start;
        var variable = ExpectExpression("readonly", "readonly <variable>");
        if (variable is not (VariableExpression or LocalVariableExpression))
            Report(variable.Span.Start, $"Expecting a variable instead of `{variable.Span.Text}` in: readonly <variable>");
        ExpectEndOfStatement();
        return new ReadOnlyStatement(SpanFrom(start), variable);
    }

    private Statement ParseImport()
    {
        var start = Take().Start;
        var expression = ExpectExpression("import", "import <expression>");
        ExpectEndOfStatement();
        return new ImportStatement(SpanFrom(start), expression);
    }

    private Statement ParseLeaveLoop(Flow flow)
    {
        var token = Take();
        ExpectEndOfStatement();
        return new LeaveLoopStatement(SpanOf(token), flow);
    }
}
