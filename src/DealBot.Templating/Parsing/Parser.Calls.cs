using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    private Expression? ParsePostfix()
    {
        var start = Current.Start;
        var expression = ParsePrimary();
        var links = 0;
        while (expression is not (null or FunctionExpression) && TryLink(ref links))
        {
            if (Current.Kind is TokenKind.Dot or TokenKind.QuestionDot)
            {
                if (!TryParseMember(start, ref expression))
                    break;
            }
            else if (Current.Kind == TokenKind.OpenBracket && !Current.SpaceBefore)
                expression = ParseIndex(start, expression);
            else if (Current.Kind == TokenKind.OpenParenthesis && !Current.SpaceBefore && expression is AssignableExpression or CallExpression)
                expression = ParseParenthesisCall(start, expression);
            else if (Current.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus)
                expression = ParsePostfixIncrement(start, expression);
            else
                break;
        }

        return expression;
    }

    private Expression ParsePostfixIncrement(int start, Expression operand)
    {
        if (operand is not AssignableExpression)
            ReportBadIncrement();
        var isIncrement = Take().Kind == TokenKind.PlusPlus;
        return operand is AssignableExpression assignable
            ? new IncrementExpression(SpanFrom(start), assignable, isIncrement, isPrefix: false)
            : operand;
    }

    private bool TryParseMember(int start, ref Expression target)
    {
        if (Next.Kind != TokenKind.Identifier)
        {
            Report(Next, $"Invalid token `{Next.KindName}`. The dot operator is expected to be followed by a plain identifier");
            return false;
        }

        var isOptional = Take().Kind == TokenKind.QuestionDot;
        var name = Take();
        isOptional |= target is MemberExpression { IsOptional: true };
        target = new MemberExpression(SpanFrom(start), target, SpanOf(name), name.Text, isOptional);
        return true;
    }

    private Expression ParseIndex(int start, Expression target)
    {
        var index = InBrackets(() => ParseExpression());
        if (index is null)
            Report(Current,
                $"Error while parsing indexer expression: Expecting <index_expression> instead of `{Describe(Current)}` in: <expression>[<index_expression>]");
        if (!TryTake(TokenKind.CloseBracket))
            Report(Current, $"Unexpected `{Describe(Current)}`. Expecting ']'");
        return new IndexExpression(SpanFrom(start), target, index ?? Placeholder());
    }

    private CallExpression ParseParenthesisCall(int start, Expression target)
    {
        var positional = new List<Expression>();
        var named = new List<KeyValuePair<string, Expression>>();
        Expression? misplaced = null;
        var isComplete = InBrackets(() => TryParseListedArguments(positional, named, out misplaced));
        if (isComplete)
            Advance();
        else
            Report(Current, "Expecting a closing parenthesis for a function call.");
        return new CallExpression(SpanFrom(start), target, new ArgumentList(positional, named) { Misplaced = misplaced }, hasParentheses: true);
    }

    /// <summary>Parses arguments and the commas between them; true when they end at the closing parenthesis.</summary>
    private bool TryParseListedArguments(
        List<Expression> positional, List<KeyValuePair<string, Expression>> named, out Expression? misplaced)
    {
        misplaced = null;
        for (var isFirst = true; Current.Kind != TokenKind.CloseParenthesis; isFirst = false)
        {
            if (!isFirst && !TryTake(TokenKind.Comma))
                Report(Current, "Expecting a comma to separate arguments in a function call.");
            var name = Current.Kind is TokenKind.Identifier or TokenKind.LocalVariable && Next.Kind == TokenKind.Colon ? Take().Text : null;
            if (name is not null)
                Advance();
            if (ParseExpression() is not { } value)
            {
                Report(Current, "Expecting an expression for argument function calls instead of this token.");
                return false;
            }

            if (name is not null)
                named.Add(new(name, value));
            else
                AddPositional(value, positional, named, ref misplaced);
        }

        return true;
    }

    /// <summary>Whether what follows is an argument of <paramref name="target"/>, which makes it a call.</summary>
    private bool StartsArgument(Expression target) => target is not (FunctionExpression or ConditionalExpression) && Current.Kind switch
    {
        TokenKind.Identifier => !(_isLoopList && IsLoopOption()),
        TokenKind.LocalVariable or TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart => true,
        TokenKind.OpenParenthesis or TokenKind.OpenBrace or TokenKind.OpenBracket => true,
        TokenKind.At or TokenKind.Caret or TokenKind.Exclamation or TokenKind.PlusPlus or TokenKind.MinusMinus => true,
        _ => false,
    };

    private CallExpression ParseArguments(int start, Expression target, int strength)
    {
        var positional = new List<Expression>();
        var named = new List<KeyValuePair<string, Expression>>();
        Expression last = target;
        Expression? misplaced = null;
        while (StartsArgument(last))
        {
            var isNamed = IsNamedArgument();
            last = isNamed ? ParseNamedArgument(named) : ParseOperation(strength, isArgument: true) ?? Placeholder();
            if (!isNamed)
                AddPositional(last, positional, named, ref misplaced);
        }

        return new CallExpression(SpanFrom(start), target, new ArgumentList(positional, named) { Misplaced = misplaced }, hasParentheses: false);
    }

    /// <summary>A positional argument after a named one is no fault yet: only a call that is made fails of it.</summary>
    private static void AddPositional(
        Expression value, List<Expression> positional, List<KeyValuePair<string, Expression>> named, ref Expression? misplaced)
    {
        if (named.Count > 0)
            misplaced ??= value;
        positional.Add(value);
    }

    /// <summary>The value of a named argument is a single operand: operators would not know where it ends.</summary>
    private Expression ParseNamedArgument(List<KeyValuePair<string, Expression>> named)
    {
        var name = Take().Text;
        Advance();
        var value = ParseOperand();
        if (value is null)
            Report(Current, $"Error while parsing named argument: Expecting <expression> instead of `{Describe(Current)}` in: <name>: <expression>");
        value ??= Placeholder();
        named.Add(new(name, value));
        return value;
    }

    private bool IsNamedArgument() => Current.Kind is TokenKind.Identifier or TokenKind.LocalVariable && Next.Kind == TokenKind.Colon
        && !(_isConditionalMiddle && Next.SpaceBefore);
}
