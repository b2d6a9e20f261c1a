using DealBot.Templating.Lexing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

internal sealed partial class Parser
{
    private FunctionStatement ParseFunction()
    {
        var keyword = Take();
        var name = Current;
        var target = ExpectVariable(Part.Function, keyword);
        var definition = ParseFunctionRest(target is null ? "" : Describe(name), Part.Function);
        return new FunctionStatement(SpanFrom(keyword.Start), target ?? new VariableExpression(SpanOf(name), ""), definition);
    }

    /// <summary><c>do ... end</c>, <c>do(x) ... end</c> or <c>func(x) ... end</c> inside an expression.</summary>
    private FunctionExpression ParseAnonymousFunction()
    {
        var start = Take().Start;
        var definition = ParseFunctionRest("anonymous function", Part.Anonymous);
        return new FunctionExpression(SpanFrom(start), definition);
    }

    private FunctionDefinition ParseFunctionRest(string name, Part part)
    {
        var (bracketDepth, isLoopList, isWhenValue) = (_bracketDepth, _isLoopList, _isWhenValue);
        (_bracketDepth, _isLoopList, _isWhenValue) = (0, false, false);
        ReturnToLineBreak();
        var parameters = Current.Kind == TokenKind.OpenParenthesis ? ParseParameters() : null;
        ExpectEndOfStatement();
        var body = ParseBlock(part);
        (_bracketDepth, _isLoopList, _isWhenValue) = (bracketDepth, isLoopList, isWhenValue);
        if (_bracketDepth > 0)
            SkipNewLines();
        return new FunctionDefinition(name, parameters, body);
    }

    private List<ScriptParameter> ParseParameters()
    {
        var parameters = new List<ScriptParameter>();
        _bracketDepth++;
        Advance();
        var isComplete = TryParseParameters(parameters);
        _bracketDepth--;
        if (isComplete)
            Advance();
        else
            Report(Current, "Expecting a closing parenthesis for a function call.");
        return parameters;
    }

    private bool TryParseParameters(List<ScriptParameter> parameters)
    {
        for (var isFirst = true; Current.Kind != TokenKind.CloseParenthesis; isFirst = false)
        {
            if (!isFirst && !TryTake(TokenKind.Comma))
                Report(Current, "Expecting a comma to separate arguments in a function call.");
            if (Current.Kind is not (TokenKind.Identifier or TokenKind.LocalVariable))
            {
                Report(Current, "Expecting an expression for argument function calls instead of this token.");
                return false;
            }

            parameters.Add(ParseParameter(parameters));
        }

        return true;
    }

    private ScriptParameter ParseParameter(List<ScriptParameter> before)
    {
        var name = Take();
        var hasRest = before.Exists(parameter => parameter.TakesRest);
        if (name.Kind == TokenKind.LocalVariable)
            Report(name, "Expecting only a simple name parameter for a function");
        if (Current.Kind == TokenKind.Assign)
        {
            if (hasRest)
                Report(name, "Cannot declare an optional parameter after a variable parameter (`...`).");
            Advance();
            var value = ExpectExpression("parameter", "<name> = <value>");
            if (value is not (LiteralExpression or UnaryExpression { IsSignedNumber: true }))
                Report(name, "Expecting only a literal for an optional parameter value.", "Set it in the function: `name = name ?? value`.");
            return new ScriptParameter(name.Text, value, false);
        }

        if (Current.Kind == TokenKind.Ellipsis)
        {
            if (hasRest)
                Report(name, "Cannot declare multiple variable parameters.");
            Advance();
            return new ScriptParameter(name.Text, null, true);
        }

        if (before.Exists(parameter => parameter.TakesRest || parameter.Default is not null))
            Report(name, "Cannot declare a normal parameter after an optional parameter.");
        return new ScriptParameter(name.Text, null, false);
    }

    private Statement ParseInlineFunction(int start, CallExpression call, Expression value)
    {
        var isDeclaration = call is { Target: AssignableExpression, Arguments.HasNamed: false }
            && call.Arguments.Positional.All(argument => argument is VariableExpression);
        if (!isDeclaration)
        {
            Report(call.Span, AssignTooDeep);
            return new ExpressionStatement(SpanFrom(start), value);
        }

        var target = (AssignableExpression)call.Target;
        var parameters = call.Arguments.Positional.Select(argument => new ScriptParameter(((VariableExpression)argument).Name, null, false));
        var body = new Block(value.Span, [(new ReturnStatement(value.Span, value), Indent.Inherited)]);
        return new FunctionStatement(SpanFrom(start), target, new FunctionDefinition(target.Span.Text, [.. parameters], body));
    }
}
