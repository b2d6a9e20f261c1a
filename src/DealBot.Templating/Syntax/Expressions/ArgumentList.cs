using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary>The arguments of a call as written: positional, then named.</summary>
internal sealed class ArgumentList(IReadOnlyList<Expression> positional, IReadOnlyList<KeyValuePair<string, Expression>> named)
{
    public static readonly ArgumentList Empty = new([], []);

    private readonly Expression[] _positional = [.. positional];

    public IReadOnlyList<Expression> Positional => _positional;

    public bool HasNamed => named.Count > 0;

    /// <summary>Evaluates the arguments. What was pushed since the mark, such as a piped value, comes before them.</summary>
    public CallArguments Evaluate(RenderContext context, Node site, int mark)
    {
        foreach (var expression in _positional)
            Push(context, expression);
        var byName = named.Count == 0 ? null : EvaluateNamed(context);
        return new CallArguments(site, context.ArgumentsFrom(mark), byName);
    }

    /// <summary>Pushes the value, or each item of it when it is expanded by <c>^</c>.</summary>
    public static void Push(RenderContext context, Expression expression)
    {
        var value = expression.Evaluate(context);
        if (expression is UnaryExpression { IsExpansion: true } && Sequences.From(context, expression, value) is { } items)
            foreach (var item in items)
                context.PushArgument(item);
        else
            context.PushArgument(value);
    }

    private Dictionary<string, object?> EvaluateNamed(RenderContext context)
    {
        var values = new Dictionary<string, object?>(named.Count);
        foreach (var (name, expression) in named)
            values[name] = expression.Evaluate(context);
        return values;
    }

    public void Print(SyntaxPrinter printer, bool hasParentheses)
    {
        var separator = hasParentheses ? ", " : " ";
        printer.Write(hasParentheses ? "(" : separator).WriteList(Positional, separator, value => printer.Write(value));
        printer.Write(Positional.Count > 0 && named.Count > 0 ? separator : "").WriteList(
            named, separator, argument => printer.Write(CodeText.ArgumentName(argument.Key)).Write(": ").Write(argument.Value));
        printer.Write(hasParentheses ? ")" : "");
    }
}
