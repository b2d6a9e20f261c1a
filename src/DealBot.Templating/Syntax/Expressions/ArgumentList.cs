using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary>The arguments of a call: positional, then named.</summary>
internal sealed class ArgumentList(IReadOnlyList<Expression> positional, IReadOnlyList<KeyValuePair<string, Expression>> named)
{
    /// <summary>So many are covered by what the call itself is charged.</summary>
    private const int FewArguments = 8;

    public static readonly ArgumentList Empty = new([], []);

    private readonly Expression[] _positional = [.. positional];

    public IReadOnlyList<Expression> Positional => _positional;

    public bool HasNamed => named.Count > 0;

    /// <summary>The first positional argument that is written after a named one, which no call accepts; null when there is none.</summary>
    public Expression? Misplaced { get; init; }

    /// <summary>Evaluates the arguments. What was pushed since the mark, such as a piped value, comes before them.</summary>
    public CallArguments Evaluate(RenderContext context, Node site, int mark)
    {
        if (Misplaced is not null)
            throw Misplaced.Span.Fault(
                "Cannot pass this argument after a named argument", "Name it as well, or write it before the arguments with names.");
        if (_positional.Length > FewArguments)
            context.CountSteps(site, _positional.Length);
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
        {
            context.CountSteps(expression, items.Count);
            foreach (var item in items)
                context.PushArgument(item);
        }
        else
            context.PushArgument(value);
    }

    private KeyValuePair<string, object?>[] EvaluateNamed(RenderContext context)
    {
        var values = new KeyValuePair<string, object?>[named.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = new(named[i].Key, named[i].Value.Evaluate(context));
        return values;
    }

    public void Print(SyntaxPrinter printer, bool hasParentheses)
    {
        var separator = hasParentheses ? ", " : " ";
        printer.Write(hasParentheses ? "(" : separator);
        if (Misplaced is null)
            printer.WriteList(Positional, separator, value => printer.Write(value)).Write(Positional.Count > 0 && named.Count > 0 ? separator : "");
        printer.WriteList(
            named, separator, argument => printer.Write(CodeText.ArgumentName(argument.Key)).Write(": ").Write(argument.Value));
        if (Misplaced is not null)
            printer.Write(separator).WriteList(Positional, separator, value => printer.Write(value));
        printer.Write(hasParentheses ? ")" : "");
    }
}
