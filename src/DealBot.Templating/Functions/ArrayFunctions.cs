using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>
/// The builtin object <c>array</c>. No function changes the list it is given. A list may be an array, a range, a string (its
/// characters), an object (its pairs of <c>key</c> and <c>value</c>) or null.
/// </summary>
internal static partial class ArrayFunctions
{
    public static TemplateObject Build() => new FunctionTable("array")
        .Add("add", Add)
        .Add("add_range", AddRange)
        .Add("any", Any)
        .Add("compact", Compact)
        .Add("concat", Concat)
        .Add("contains", Contains)
        .Add("cycle", Cycle)
        .Add("each", Each)
        .Add("filter", Filter)
        .Add("first", First)
        .Add("insert_at", InsertAt)
        .Add("join", Join)
        .Add("last", Last)
        .Add("limit", Limit)
        .Add("map", Map)
        .Add("offset", Offset)
        .Add("remove_at", RemoveAt)
        .Add("reverse", Reverse)
        .Add("size", Size)
        .Add("sort", Sort)
        .Add("uniq", Uniq)
        .Object;

    /// <summary>The items, charged to the limits.</summary>
    private static IReadOnlyList<object?> Charged(RenderContext context, object? list) => Sequences.ForBuiltin(context, list);

    /// <summary>The items for a function that looks at one or two of them only.</summary>
    private static IReadOnlyList<object?> Uncharged(RenderContext context, object? list) =>
        list as IReadOnlyList<object?> ?? Sequences.ForBuiltin(context, list);

    private static TemplateArray Copy(RenderContext context, IReadOnlyList<object?> items, bool isComputed, int start = 0, int? end = null, int more = 0)
    {
        var last = end ?? items.Count;
        var result = NewList(context, last - start + more, isComputed);
        for (var i = start; i < last; i++)
            result.Add(context.Current(items[i]));
        return result;
    }

    private static TemplateArray NewList(RenderContext context, int capacity, bool isComputed)
    {
        var result = context.NewArray(capacity);
        result.IsComputed = isComputed;
        return result;
    }

    private static bool IsComputed(object? list) => list is null or ValueRange or TemplateArray { IsComputed: true };

    private static TemplateFunction Callable(RenderContext context, object? function) => function as TemplateFunction
        ?? throw new FunctionFailure($"The parameter `{context.Print(context.CallSite, function)}` is not a function. Maybe prefix it with @?");

    /// <summary>The arguments of a function that runs on every item: first the item, which changes from call to call.</summary>
    private static object?[] WithItem(object?[] args) => [null, .. args];

    private static object? CallOn(RenderContext context, TemplateFunction function, object? item, object?[] arguments)
    {
        arguments[0] = item;
        return context.CallBack(function, arguments);
    }
}
