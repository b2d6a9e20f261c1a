using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    /// <summary>Parses a statement or layout into <paramref name="statements"/>; false when the block cannot go on here.</summary>
    private bool TryParseStatement(Part owner, List<(Statement, Indent)> statements)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                Advance();
                if (owner != Part.Case)
                    statements.Add((new TextStatement(SpanOf(token)), Indent.Inherited));
                return true;
            case TokenKind.CodeEnter:
                _indent = Indent.Of((string?)token.Value);
                Advance();
                return true;
            case TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon:
                Advance();
                return true;
            case TokenKind.Identifier or TokenKind.LocalVariable when owner == Part.Case:
                Report(token,
                    $"Unexpected statement/expression `{Describe(token)}` in the body of a `case` statement. Only `when`/`else` are expected.");
                break;
        }

        var isKeyword = token.Kind == TokenKind.Identifier && Next.Kind is not (TokenKind.Dot or TokenKind.Assign);
        if (((isKeyword ? ParseKeywordStatement(token) : null) ?? ParseExpressionStatement()) is not { } statement)
            return false;
        statements.Add((statement, _indent));
        return true;
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
        var token = Current;
        if (token is { Kind: TokenKind.LocalVariable, Value: "$" })
        {
            Advance();
            ExpectEndOfStatement();
            return new ExpressionStatement(SpanOf(token), new LocalVariableExpression(SpanOf(token), token.Text));
        }

        var expression = ParseExpression(isTopLevel: true);
        if (expression is null)
        {
            Report(token, $"Unexpected token {Describe(token)}");
            return null;
        }

        if (IsAssignment)
            return ParseAssign(token.Start, expression);
        ExpectEndOfStatement();
        return new ExpressionStatement(SpanFrom(token.Start), expression);
    }

    private Statement ParseAssign(int start, Expression target)
    {
        var operation = Take();
        var value = ExpectExpression("assign expression", "<target_expression> = <value_expression>");
        ExpectEndOfStatement();
        if (target is CallExpression call)
            return ParseInlineFunction(start, call, value);
        if (target is AssignableExpression assignable)
            return new AssignStatement(SpanFrom(start), assignable, BinaryPrecedence.Compound(operation.Kind), value);
        while (target is NestedExpression nested)
            target = nested.Inner;
        Report(target.Span, "Unsupported target expression for assignment.");
        return new ExpressionStatement(SpanFrom(start), target);
    }

    private IfStatement ParseIf() => ParseIfAfterKeyword(Take().Start);

    private IfStatement ParseIfAfterKeyword(int start)
    {
        var branches = new List<(Expression, Block)>();
        Block? otherwise = null;
        Ending ending;
        do
        {
            var condition = ExpectExpression(Part.If.Name, Part.If.Form);
            branches.Add((condition, ParseBody(Part.If, out ending)));
        }
        while (ending == Ending.Else && TryTakeElseIf());
        if (ending == Ending.Else)
            otherwise = ParseElse();
        return new IfStatement(SpanFrom(start), branches, otherwise);
    }

    private bool TryTakeElseIf()
    {
        if (Next is not { Kind: TokenKind.Identifier, Text: "if" })
            return false;
        Advance();
        Advance();
        return true;
    }

    private Block ParseElse()
    {
        Advance();
        return ParseBody(Part.Else, out _);
    }

    private CaseStatement ParseCase()
    {
        var start = Take().Start;
        var subject = ExpectExpression(Part.Case.Name, Part.Case.Form);
        var parts = new List<(IReadOnlyList<Expression>, Block)>();
        ParseBody(Part.Case, out var ending);
        var otherwise = ParseWhens(ending, parts);
        return new CaseStatement(SpanFrom(start), subject, parts, otherwise);
    }

    /// <summary>Parses the parts of a <c>case</c> from its first <c>when</c> on; returns the <c>else</c> part if there is one.</summary>
    private Block? ParseWhens(Ending ending, List<(IReadOnlyList<Expression>, Block)> parts)
    {
        while (ending == Ending.When)
        {
            Advance();
            var matches = ParseMatches();
            parts.Add((matches, ParseBody(Part.When, out ending)));
        }

        return ending == Ending.Else ? ParseElse() : null;
    }

    private List<Expression> ParseMatches()
    {
        var matches = new List<Expression>();
        _isWhenValue = true;
        while (ParseExpression() is { } match)
        {
            matches.Add(match);
            _ = TryTake(TokenKind.Comma) || TryTake(TokenKind.Or);
        }

        _isWhenValue = false;
        if (matches.Count == 0)
            Report(Current, "When is expecting at least one value.");
        return matches;
    }

    private WhileStatement ParseWhile()
    {
        var start = Take().Start;
        var condition = ExpectExpression(Part.While.Name, Part.While.Form);
        return new WhileStatement(SpanFrom(start), condition, ParseBody(Part.While, out _));
    }

    private Statement ParseCapture()
    {
        var start = Take().Start;
        var target = ExpectExpression(Part.Capture.Name, Part.Capture.Form);
        ExpectEndOfStatement();
        var body = ParseBlock(Part.Capture);
        if (target is AssignableExpression assignable)
            return new CaptureStatement(SpanFrom(start), assignable, body);
        Report(target.Span, "Unsupported target expression for assignment.");
        return body;
    }

    private WithStatement ParseWith()
    {
        var start = Take().Start;
        var target = ExpectExpression(Part.With.Name, Part.With.Form);
        return new WithStatement(SpanFrom(start), target, ParseBody(Part.With, out _));
    }

    private WrapStatement ParseWrap()
    {
        var start = Take().Start;
        var expression = ExpectExpression(Part.Wrap.Name, Part.Wrap.Form);
        var call = expression as CallExpression;
        var target = call?.Target ?? expression;
        if (target is not (AssignableExpression or LiteralExpression))
            Report(target.Span, $"Expecting a direct function instead of the expression `{target.Span.Text}/{target.Kind}`");
        var body = ParseBody(Part.Wrap, out _);
        return new WrapStatement(SpanFrom(start), target, call?.Arguments ?? ArgumentList.Empty, expression, body);
    }

    private ReturnStatement ParseReturn()
    {
        var start = Take().Start;
        var value = ParseExpression();
        ExpectEndOfStatement();
        return new ReturnStatement(SpanFrom(start), value);
    }

    private Statement ParseReadOnly()
    {
        var keyword = Take();
        var variable = ExpectVariable(Part.ReadOnly, keyword);
        ExpectEndOfStatement();
        return new ReadOnlyStatement(SpanFrom(keyword.Start), variable ?? Placeholder());
    }

    private ImportStatement ParseImport()
    {
        var start = Take().Start;
        var expression = ExpectExpression(Part.Import.Name, Part.Import.Form);
        ExpectEndOfStatement();
        return new ImportStatement(SpanFrom(start), expression);
    }

    private LeaveLoopStatement ParseLeaveLoop(Flow flow)
    {
        var token = Take();
        ExpectEndOfStatement();
        return new LeaveLoopStatement(SpanOf(token), flow);
    }

    /// <summary>Takes a variable's name; null, and an error at the keyword of the statement, when there is none.</summary>
    private AssignableExpression? ExpectVariable(Part part, Token keyword)
    {
        var token = Current;
        var isName = token.Kind == TokenKind.Identifier && token.Text is not ("null" or "true" or "false" or "this" or "do");
        if (isName || token is { Kind: TokenKind.LocalVariable, Text: not "$" })
        {
            Advance();
            return isName ? new VariableExpression(SpanOf(token), token.Text) : new LocalVariableExpression(SpanOf(token), token.Text);
        }

        var fault = token.Kind is TokenKind.Identifier or TokenKind.LocalVariable ? "Unexpected variable" : "Expecting a variable instead of";
        Report(keyword, $"Error while parsing {part.Name}: {fault} `{Describe(token)}` in: {part.Form}");
        if (token.Kind is TokenKind.Identifier or TokenKind.LocalVariable)
            Advance();
        return null;
    }
}
