using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    private const string AssignTooDeep =
        "Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>";

    /// <summary>Inside the middle of <c>?:</c>, where a colon need not belong to a named argument.</summary>
    private bool _isConditionalMiddle;

    /// <summary>Parses an expression with pipes and conditions; null, and nothing reported, when none starts here.</summary>
    private Expression? ParseExpression(bool isTopLevel = false)
    {
        var start = Current.Start;
        var expression = TryEnter() ? ParsePipes() : null;
        if (expression is not null && Current.Kind == TokenKind.Question)
            expression = ParseConditional(start, expression);
        if (expression is not null && !isTopLevel && (Current.Kind == TokenKind.Assign || BinaryPrecedence.Compound(Current.Kind) is not null))
        {
            Report(start, AssignTooDeep);
            Advance();
            ParseExpression();
        }

        _depth--;
        return expression;
    }

    private ConditionalExpression ParseConditional(int start, Expression condition)
    {
        Advance();
        var outer = _isConditionalMiddle;
        _isConditionalMiddle = true;
        var then = ExpectPart("conditional", "<condition> ? <expression> : <expression>");
        _isConditionalMiddle = outer;
        Expect(TokenKind.Colon, ":");
        var otherwise = ExpectPart("conditional", "<condition> ? <expression> : <expression>");
        return new ConditionalExpression(SpanFrom(start), condition, then, otherwise);
    }

    private Expression ExpectPart(string kind, string form)
    {
        if (ParseExpression() is { } expression)
            return expression;
        Report(Current.Start, $"Error while parsing {kind} expression: Expecting <expression> instead of `{Describe(Current)}` in: {form}");
        return Placeholder();
    }

    private void Expect(TokenKind kind, string text)
    {
        if (!TryTake(kind))
            Report(Current.Start, $"Unexpected token found `{Describe(Current)}` while expecting `{text}`.");
    }

    private Expression? ParsePipes()
    {
        var start = Current.Start;
        var left = ParseBinary(BinaryPrecedence.Lowest);
        var links = 0;
        while (left is not null && IsPipeAhead() && TryLink(ref links))
        {
            SkipNewLines();
            Advance();
            SkipNewLines();
            var destination = ParseCall();
            if (destination is null)
            {
                Report(Current.Start,
                    $"Error while parsing pipe expression: Expecting <expression> instead of `{Describe(Current)}` in: <expression> | <expression>");
                return left;
            }

            left = ContinueBinary(start, new PipeExpression(SpanFrom(start), left, destination), BinaryPrecedence.Lowest);
        }

        return left;
    }

    /// <summary>A pipe continues the expression even from the start of a later line.</summary>
    private bool IsPipeAhead()
    {
        var index = _index;
        while (_tokens[index].Kind == TokenKind.NewLine)
            index++;
        return _tokens[index].Kind == TokenKind.Pipe;
    }

    private Expression? ParseBinary(int weakest)
    {
        var start = Current.Start;
        return ParseUnary() is { } left ? ContinueBinary(start, left, weakest) : null;
    }

    private Expression ContinueBinary(int start, Expression left, int weakest)
    {
        var links = 0;
        while (BinaryPrecedence.Of(Current.Kind) is var strength && strength >= weakest && strength > 0 && TryLink(ref links))
        {
            var operation = Take();
            var afterOperator = _index;
            SkipNewLines();
            var right = TryEnter() ? ParseBinary(strength + 1) : null;
            _depth--;
            if (right is null)
            {
                if (!_stopped)
                    _index = afterOperator;
                Report(Current.Start,
                    $"Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `{Describe(Current)}` in: <expression> operator <expression>");
                return left;
            }

            left = new BinaryExpression(SpanFrom(start), SpanOf(operation), operation.Kind, left, right);
        }

        return left;
    }

    private Expression? ParseUnary()
    {
        var token = Current;
        if (!IsUnaryOperator(token.Kind))
            return ParseCall();
        Advance();
        var operand = !TryEnter() ? null : token.Kind is TokenKind.At or TokenKind.Caret ? ParsePostfix() : ParseUnary();
        _depth--;
        return FinishUnary(token, operand);
    }

    private static bool IsUnaryOperator(TokenKind kind) => kind is TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus
        or TokenKind.At or TokenKind.Caret or TokenKind.PlusPlus or TokenKind.MinusMinus;

    private Expression FinishUnary(Token token, Expression? operand)
    {
        if (operand is null)
        {
            Report(Current.Start,
                $"Error while parsing unary expression: Expecting <expression> instead of `{Describe(Current)}` in: <operator> <expression>");
            return Placeholder();
        }

        if (token.Kind is not (TokenKind.PlusPlus or TokenKind.MinusMinus))
            return new UnaryExpression(SpanFrom(token.Start), token.Kind, operand);
        if (operand is AssignableExpression assignable)
            return new IncrementExpression(SpanFrom(token.Start), assignable, token.Kind == TokenKind.PlusPlus, isPrefix: true);
        Report(operand.Span.Start, "Expecting a variable, property or indexer for the increment/decrement operator");
        return operand;
    }

    /// <summary>An expression and, after spaces, the arguments that make it a call.</summary>
    private Expression? ParseCall()
    {
        var start = Current.Start;
        var target = ParsePostfix();
        if (target is null || !StartsArgument())
            return target;
        var positional = new List<Expression>();
        var named = new List<KeyValuePair<string, Expression>>();
        while (StartsArgument() && ParseArgument(positional, named))
        {
        }

        return new CallExpression(SpanFrom(start), target, new ArgumentList(positional, named), hasParentheses: false);
    }

    private bool StartsArgument() => Current.Kind switch
    {
        TokenKind.Identifier => !(_isLoopList && IsLoopOption()),
        TokenKind.LocalVariable or TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart => true,
        TokenKind.OpenParenthesis or TokenKind.OpenBrace or TokenKind.At or TokenKind.Caret or TokenKind.Exclamation => true,
        TokenKind.OpenBracket => Current.SpaceBefore,
        _ => false,
    };

    private bool ParseArgument(List<Expression> positional, List<KeyValuePair<string, Expression>> named)
    {
        if (IsNamedArgument())
        {
            var name = Take().Text;
            Advance();
            named.Add(new(name, ParseArgumentValue() ?? ExpectPart("function call", "<name>: <expression>")));
            return true;
        }

        var start = Current.Start;
        if (ParseArgumentValue() is not { } value)
            return false;
        if (named.Count > 0)
            Report(start,
                $"Unexpected argument `{value.Span.Text}` after a named argument. Once arguments are named, the following arguments must be named as well.");
        positional.Add(value);
        return true;
    }

    private bool IsNamedArgument() => Current.Kind is TokenKind.Identifier or TokenKind.LocalVariable && Next.Kind == TokenKind.Colon
        && !(_isConditionalMiddle && Next.SpaceBefore);

    /// <summary>An argument of a call by spaces: no binary operators, which apply to the result of the call.</summary>
    private Expression? ParseArgumentValue()
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Exclamation or TokenKind.At or TokenKind.Caret or TokenKind.Minus))
            return ParsePostfix();
        Advance();
        var operand = TryEnter() ? ParseArgumentValue() : null;
        _depth--;
        return FinishUnary(token, operand);
    }

    private Expression? ParsePostfix()
    {
        var start = Current.Start;
        var expression = ParsePrimary();
        var links = 0;
        while (expression is not null && TryLink(ref links))
        {
            if (Current.Kind is TokenKind.Dot or TokenKind.QuestionDot)
                expression = ParseMember(start, expression);
            else if (Current.Kind == TokenKind.OpenBracket && !Current.SpaceBefore)
                expression = ParseIndex(start, expression);
            else if (Current.Kind == TokenKind.OpenParenthesis && !Current.SpaceBefore && expression is AssignableExpression or CallExpression)
                expression = ParseParenthesisCall(start, expression);
            else if (Current.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus && expression is AssignableExpression assignable)
                expression = new IncrementExpression(SpanOf(Current), assignable, Take().Kind == TokenKind.PlusPlus, isPrefix: false);
            else
                break;
        }

        return expression;
    }

    private Expression ParseMember(int start, Expression target)
    {
        var isOptional = Take().Kind == TokenKind.QuestionDot;
        if (Current.Kind != TokenKind.Identifier)
        {
            Report(Current.Start, $"Invalid token `{Describe(Current)}`. The dotted expression must be followed by a member name.");
            return target;
        }

        var name = Take();
        return new MemberExpression(SpanFrom(start), target, SpanOf(name), name.Text, isOptional);
    }

    private Expression ParseIndex(int start, Expression target)
    {
        var index = InBrackets(() =>
        {
            var value = ParseExpression();
            if (value is null)
                Report(Current.Start,
                    $"Error while parsing indexer expression: Expecting <index_expression> instead of `{Describe(Current)}` in: <expression>[<index_expression>]");
            return value;
        });
        if (!TryTake(TokenKind.CloseBracket))
            Report(Current.Start, $"Unexpected `{Describe(Current)}`. Expecting ']'");
        return new IndexExpression(SpanFrom(start), target, index ?? Placeholder());
    }

    private CallExpression ParseParenthesisCall(int start, Expression target)
    {
        var positional = new List<Expression>();
        var named = new List<KeyValuePair<string, Expression>>();
        InBrackets(() =>
        {
            while (Current.Kind is not (TokenKind.CloseParenthesis or TokenKind.EndOfFile))
            {
                var name = Current.Kind == TokenKind.Identifier && Next.Kind == TokenKind.Colon ? Take().Text : null;
                if (name is not null)
                    Advance();
                if (ParseExpression() is not { } value)
                    break;
                if (name is not null)
                    named.Add(new(name, value));
                else
                    positional.Add(value);
                if (!TryTake(TokenKind.Comma))
                    break;
            }

            return true;
        });
        Expect(TokenKind.CloseParenthesis, ")");
        return new CallExpression(SpanFrom(start), target, new ArgumentList(positional, named), hasParentheses: true);
    }

    /// <summary>Takes the opening bracket and parses what is inside, where line breaks and outer contexts do not matter.</summary>
    private T InBrackets<T>(Func<T> parse)
    {
        var (isLoopList, isConditionalMiddle) = (_isLoopList, _isConditionalMiddle);
        (_isLoopList, _isConditionalMiddle) = (false, false);
        _bracketDepth++;
        Advance();
        var result = parse();
        _bracketDepth--;
        (_isLoopList, _isConditionalMiddle) = (isLoopList, isConditionalMiddle);
        return result;
    }
}
