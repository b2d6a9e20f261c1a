using System.Globalization;
using System.Numerics;
using System.Text;
using DealBot.Templating.Functions;

namespace DealBot.Templating.Runtime;

/// <summary>How values look as text, and what their kinds are called.</summary>
internal static class ValueText
{
    /// <summary>Also what ends the printing of an object that contains itself.</summary>
    private const int DeepestValue = 20;

    public static string Of(RenderContext context, object? value)
    {
        if (Scalar(context, value) is { } text)
            return text;
        var builder = new StringBuilder();
        Append(context, builder, value, 0);
        return builder.ToString();
    }

    /// <summary>The name <c>object.kind</c> and error messages use.</summary>
    public static string TypeName(object? value) => value switch
    {
        null => "null",
        string => "string",
        bool => "bool",
        int => "int",
        long => "long",
        double => "double",
        float => "float",
        decimal => "decimal",
        BigInteger => "bigint",
        ValueRange or TemplateArray { IsComputed: true } => "range",
        IReadOnlyList<object?> => "array",
        DateTimeOffset => "datetime",
        TimeSpan => "timespan",
        TemplateFunction => "function",
        _ => "object",
    };

    private static string? Scalar(RenderContext context, object? value) => value switch
    {
        null or EmptyValue => "",
        string text => text,
        true => "true",
        false => "false",
        DateTimeOffset date => DateFunctions.Print(context, date),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, context.Options.Culture),
        TemplateFunction function => $"<function {function.Name}>",
        _ => null,
    };

    private static void Append(RenderContext context, StringBuilder builder, object? value, int depth)
    {
        if (depth > DeepestValue)
            throw new FunctionFailure("Structure is too deeply nested or contains reference loops.");
        context.CountStep(context.CallSite);
        if (builder.Length > context.Options.OutputLimit)
            throw new FunctionFailure($"The text exceeds the limit of `{context.Options.OutputLimit}` characters.");
        switch (context.Current(value))
        {
            case null: builder.Append("null"); break;
            case string text: builder.Append('"').Append(Quoted(text)).Append('"'); break;
            case TemplateObject members: AppendObject(context, builder, members, depth); break;
            case IReadOnlyList<object?> items: AppendList(context, builder, items, depth); break;
            case var scalar: builder.Append(Scalar(context, scalar)); break;
        }
    }

    private static string Quoted(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static void AppendObject(RenderContext context, StringBuilder builder, TemplateObject members, int depth)
    {
        builder.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            builder.Append(isFirst ? "" : ", ").Append(name).Append(": ");
            Append(context, builder, value, depth + 1);
            isFirst = false;
        }

        builder.Append('}');
    }

    private static void AppendList(RenderContext context, StringBuilder builder, IReadOnlyList<object?> items, int depth)
    {
        builder.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            builder.Append(i == 0 ? "" : ", ");
            Append(context, builder, items[i], depth + 1);
        }

        builder.Append(']');
    }
}
