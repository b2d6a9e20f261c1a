using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    private Statement ParseFunction()
    {
        var start = Take().Start;
        var name = Current;
        AssignableExpression? target = name.Kind switch
        {
            TokenKind.Identifier => new VariableExpression(SpanOf(name), name.Text),
            TokenKind.LocalVariable => new LocalVariableExpression(SpanOf(name), name.Text),
            _ => null,
        };
        if (target is null)
            Report(start, $"Error while parsing func statement: Expecting a variable instead of `{Describe(name)}` in: func <variable> ... end");
        else
            Advance();
        var definition = ParseFunctionRest(target is null ? "" : Describe(name));
        ExpectEndOfStatement();
        return new FunctionStatement(SpanFrom(start), target ?? new VariableExpression(SpanOf(name), ""), definition);
    }

    /// <summary><c>do ... end</c>, <c>do(x) ... end</c> or <c>func(x) ... end</c> inside an expression.</summary>
    private FunctionExpression ParseAnonymousFunction()
    {
        var start = Take().Start;
        var definition = ParseFunctionRest("anonymous function");
        return new FunctionExpression(SpanFrom(start), definition);
    }

    private FunctionDefinition ParseFunctionRest(string name)
    {
        var (bracketDepth, isLoopList) = (_bracketDepth, _isLoopList);
        (_bracketDepth, _isLoopList) = (0, false);
        var parameters = Current.Kind == TokenKind.OpenParenthesis ? ParseParameters() : null;
        ExpectEndOfStatement();
        var body = ParseBlock();
        (_bracketDepth, _isLoopList) = (bracketDepth, isLoopList);
        if (IsKeyword("end"))
            Advance();
        else
            ExpectEnd("function", "func <variable> ... end");
        return new FunctionDefinition(name, parameters, body);
    }

    private List<ScriptParameter> ParseParameters()
    {
        _bracketDepth++;
        Advance();
        var parameters = new List<ScriptParameter>();
        while (Current.Kind == TokenKind.Identifier)
        {
            var token = Take();
            var parameter = ParseParameter(token);
            if (parameter is { Default: null, TakesRest: false } && parameters.Any(p => p.Default is not null || p.TakesRest))
                Report(token.Start, "Cannot declare a normal parameter after an optional parameter.");
            else if (parameters.Any(p => p.TakesRest))
                Report(token.Start, "Cannot declare a parameter after a variable parameter.");
            parameters.Add(parameter);
            if (!TryTake(TokenKind.Comma))
                break;
        }

        _bracketDepth--;
        Expect(TokenKind.CloseParenthesis, ")");
        return parameters;
    }

    private ScriptParameter ParseParameter(Token name)
    {
        if (TryTake(TokenKind.Ellipsis))
            return new ScriptParameter(name.Text, null, true);
        if (!TryTake(TokenKind.Assign))
            return new ScriptParameter(name.Text, null, false);
        var value = ExpectExpression("func", "func <variable>(<parameter> = <expression>)");
        return new ScriptParameter(name.Text, value, false);
    }

    private Statement? ParseInlineFunction(int start, CallExpression call, Expression value)
    {
        if (call.Target is not AssignableExpression target || call.Arguments.HasNamed)
        {
            Report(call.Span.Start, "Unsupported target expression for assignment.");
            return null;
        }

        var parameters = new List<ScriptParameter>();
        foreach (var argument in call.Arguments.Positional)
            if (argument is VariableExpression parameter)
                parameters.Add(new ScriptParameter(parameter.Name, null, false));
            else
                Report(argument.Span.Start,
                    $"Expecting a parameter name instead of `{argument.Span.Text}` in: <function>(<parameters>) = <expression>");
        var body = new Block(value.Span, [new ReturnStatement(value.Span, value)]);
        return new FunctionStatement(SpanFrom(start), target, new FunctionDefinition(target.Span.Text, parameters, body));
    }
}
