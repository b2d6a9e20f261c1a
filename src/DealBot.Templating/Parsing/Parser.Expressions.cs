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

    /// <summary>Inside the values of a <c>when</c>, which <c>||</c> separates.</summary>
    private bool _isWhenValue;

    private bool IsAssignment => Current.Kind == TokenKind.Assign || BinaryPrecedence.Compound(Current.Kind) is not null;

    /// <summary>Parses an expression with pipes and conditions; null, and nothing reported, when none starts here.</summary>
    private Expression? ParseExpression(bool isTopLevel = false)
    {
        var expression = TryEnter() ? ParsePipes(isTopLevel) : null;
        _depth--;
        return expression;
    }

    private Expression ExpectExpression(string kind, string form)
    {
        if (ParseExpression() is { } expression)
            return expression;
        Report(Current, $"Error while parsing {kind}: Expecting <expression> instead of `{Describe(Current)}` in: {form}");
        return Placeholder();
    }

    /// <summary>Reports when another token is here, and takes it all the same: it most likely stands in the place of the right one.</summary>
    private void Expect(TokenKind kind, string text)
    {
        if (Current.Kind != kind)
            Report(Current, $"Unexpected token found `{Describe(Current)}` while expecting `{text}`.");
        Advance();
    }

    private Expression? ParsePipes(bool isTopLevel)
    {
        var start = Current.Start;
        var left = ParseOperation(BinaryPrecedence.None, isTopLevel: isTopLevel);
        var links = 0;
        while (left is not null && IsPipeAhead() && TryLink(ref links))
        {
            SkipNewLines();
            Advance();
            SkipNewLines();
            if (ParseDestination(start, left) is { } pipe)
            {
                left = pipe;
                continue;
            }

            Report(Current, $"Error while parsing pipe expression: Expecting <expression> instead of `{Describe(Current)}` in: <expression> | <expression>");
            return left;
        }

        return left is not null && Current.Kind == TokenKind.Question ? ParseConditional(start, left) : left;
    }

    /// <summary>A pipe continues the expression even from the start of a later line.</summary>
    private bool IsPipeAhead()
    {
        var index = _index;
        while (_tokens[index].Kind == TokenKind.NewLine)
            index++;
        return _tokens[index].Kind == TokenKind.Pipe;
    }

    /// <summary>The function after a pipe with its arguments; operators after it apply to its result.</summary>
    private Expression? ParseDestination(int start, Expression from)
    {
        var destinationStart = Current.Start;
        if (ParseOperand() is not { } target)
            return null;
        var destination = StartsArgument(target) ? ParseArguments(destinationStart, target, BinaryPrecedence.None) : target;
        return ContinueBinary(start, new PipeExpression(SpanFrom(start), from, destination), BinaryPrecedence.None, isArgument: false);
    }

    private ConditionalExpression ParseConditional(int start, Expression condition)
    {
        const string Form = "<condition> ? <then_value> : <else_value>";
        Advance();
        var outer = _isConditionalMiddle;
        _isConditionalMiddle = true;
        var then = ExpectExpression("conditional expression", Form);
        _isConditionalMiddle = outer;
        Expect(TokenKind.Colon, ":");
        return new ConditionalExpression(SpanFrom(start), condition, then, ExpectExpression("conditional expression", Form));
    }

    /// <summary>
    /// Operands and the operators between them that bind stronger than <paramref name="strength"/>, or a call: what follows an operand
    /// after a space is its first argument, and arguments are operations too, so that <c>f 1 + 2 3</c> is <c>f(1 + 2, 3)</c>.
    /// </summary>
    private Expression? ParseOperation(int strength, bool isArgument = false, bool isTopLevel = false)
    {
        var start = Current.Start;
        if (ParseOperand() is not { } operand)
            return null;
        operand = ContinueBinary(start, operand, strength, isArgument);
        if (!isArgument && StartsArgument(operand))
            operand = ContinueBinary(start, ParseArguments(start, operand, strength), strength, isArgument);
        if (IsAssignment && !(isTopLevel && CanBeAssigned(operand)))
            ReportAssignment(start);
        return operand;
    }

    private static bool CanBeAssigned(Expression target) => target is AssignableExpression or NestedExpression or CallExpression { HasParentheses: true };

    private void ReportAssignment(int start)
    {
        Report(start, Math.Max(PreviousEnd - start, 1), AssignTooDeep, null);
        Advance();
        ParseExpression();
    }

    private Expression ContinueBinary(int start, Expression left, int strength, bool isArgument)
    {
        var links = 0;
        while (left is not FunctionExpression && BinaryPrecedence.Of(Current.Kind) is var next && next > strength
            && !(_isWhenValue && Current.Kind == TokenKind.Or) && TryLink(ref links))
        {
            var operation = Take();
            var afterOperator = _index;
            SkipNewLines();
            var right = TryEnter() ? ParseOperation(next, isArgument) : null;
            _depth--;
            if (right is null)
            {
                if (!_isSilent)
                    _index = afterOperator;
                Report(Current,
                    $"Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `{Describe(Current)}` in: <expression> operator <expression>");
                return left;
            }

            left = new BinaryExpression(SpanFrom(start), SpanOf(operation), operation.Kind, left, right);
        }

        return left;
    }

    /// <summary>A value with what is accessed of it, perhaps after operators such as <c>!</c>.</summary>
    private Expression? ParseOperand()
    {
        var token = Current;
        if (!IsUnaryOperator(token.Kind))
            return ParsePostfix();
        Advance();
        var operand = !TryEnter() ? null
            : token.Kind is TokenKind.At or TokenKind.Caret ? ParsePostfix()
            : ParseOperation(BinaryPrecedence.Unary);
        _depth--;
        if (operand is null)
        {
            Report(Current, $"Error while parsing unary expression: Expecting <expression> instead of `{Describe(Current)}` in: <operator> <expression>");
            return Placeholder();
        }

        if (token.Kind is not (TokenKind.PlusPlus or TokenKind.MinusMinus))
            return new UnaryExpression(SpanFrom(token.Start), token.Kind, operand);
        if (operand is AssignableExpression assignable)
            return new IncrementExpression(SpanFrom(token.Start), assignable, token.Kind == TokenKind.PlusPlus, isPrefix: true);
        ReportBadIncrement();
        return operand;
    }

    private void ReportBadIncrement() =>
        Report(Current, "The operand of an increment or decrement operator must be a variable, property or indexer");

    private static bool IsUnaryOperator(TokenKind kind) => kind is TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus
        or TokenKind.At or TokenKind.Caret or TokenKind.PlusPlus or TokenKind.MinusMinus;

    /// <summary>Takes the opening bracket and parses what is inside, where line breaks and outer contexts do not matter.</summary>
    private T InBrackets<T>(Func<T> parse)
    {
        var (isLoopList, isConditionalMiddle, isWhenValue) = (_isLoopList, _isConditionalMiddle, _isWhenValue);
        (_isLoopList, _isConditionalMiddle, _isWhenValue) = (false, false, false);
        _bracketDepth++;
        Advance();
        var result = parse();
        _bracketDepth--;
        (_isLoopList, _isConditionalMiddle, _isWhenValue) = (isLoopList, isConditionalMiddle, isWhenValue);
        return result;
    }

    /// <summary>Goes back to the line break before the current token: an error there is the end of the line, not what the next begins with.</summary>
    private void ReturnToLineBreak()
    {
        while (_bracketDepth == 0 && _index > 0 && Previous.Kind == TokenKind.NewLine)
            _index--;
    }
}
