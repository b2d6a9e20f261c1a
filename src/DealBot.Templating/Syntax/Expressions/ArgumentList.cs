using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary>The arguments of a call as written: positional, then named.</summary>
internal sealed class ArgumentList(IReadOnlyList<Expression> positional, IReadOnlyList<KeyValuePair<string, Expression>> named)
{
    public static readonly ArgumentList Empty = new([], []);

    public IReadOnlyList<Expression> Positional { get; } = positional;

    public bool HasNamed => named.Count > 0;

    public CallArguments Evaluate(RenderContext context, Node site, List<object?>? piped)
    {
        var values = piped ?? new List<object?>(Positional.Count);
        foreach (var expression in Positional)
            Append(context, values, expression);
        if (named.Count == 0)
            return new CallArguments(site, values, null);
        var byName = new Dictionary<string, object?>(named.Count);
        foreach (var (name, expression) in named)
            byName[name] = expression.Evaluate(context);
        return new CallArguments(site, values, byName);
    }

    /// <summary>Adds the value, or each item of it when it is expanded by <c>^</c>.</summary>
    public static void Append(RenderContext context, List<object?> values, Expression expression)
    {
        var value = expression.Evaluate(context);
        if (expression is UnaryExpression { IsExpansion: true } && Sequences.From(context, expression, value) is { } items)
            values.AddRange(items);
        else
            values.Add(value);
    }
}
