using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>array</c>. No function changes the list it is given.</summary>
internal static class ArrayFunctions
{
    public static TemplateObject Build() => new FunctionTable("array")
        .Add("add", (RenderContext context, object? list, object? value) => New(Items(context, list).Append(value)))
        .Add("add_range", Concat)
        .Add("any", (RenderContext context, object? list, TemplateFunction function, params object?[] args) =>
            Items(context, list).Any(item => Truth.Of(context.CallBack(function, [item, .. args]))))
        .Add("compact", (RenderContext context, object? list) => New(Items(context, list).Where(item => item is not null)))
        .Add("concat", Concat)
        .Add("contains", (RenderContext context, object? list, object? item) =>
            Items(context, list).Any(other => Comparison.AreEqual(context, other, item)))
        .Add("cycle", Cycle)
        .Add("each", (RenderContext context, object? list, TemplateFunction function, params object?[] args) =>
            New(Items(context, list).Select(item => context.CallBack(function, [item, .. args])).ToList()))
        .Add("filter", (RenderContext context, object? list, TemplateFunction function, params object?[] args) =>
            New(Items(context, list).Where(item => Truth.Of(context.CallBack(function, [item, .. args]))).ToList()))
        .Add("first", (RenderContext context, object? list) => List(context, list) is { Count: > 0 } items ? context.Current(items[0]) : null)
        .Add("insert_at", InsertAt)
        .Add("join", Join)
        .Add("last", (RenderContext context, object? list) => List(context, list) is { Count: > 0 } items ? context.Current(items[^1]) : null)
        .Add("limit", (RenderContext context, object? list, int count) => Slice(context, list, 0, count))
        .Add("map", (RenderContext context, object? list, string member) => New(Items(context, list).Select(item => Member(context, item, member))))
        .Add("offset", (RenderContext context, object? list, int index) => Slice(context, list, index, int.MaxValue))
        .Add("remove_at", RemoveAt)
        .Add("reverse", (RenderContext context, object? list) => New(Items(context, list).Reverse()))
        .Add("size", (RenderContext context, object? list) => List(context, list).Count)
        .Add("sort", Sort)
        .Add("uniq", Unique)
        .Object;

    private static TemplateArray New(IEnumerable<object?> items) => new(items);

    private static IReadOnlyList<object?> List(RenderContext context, object? value) =>
        value as IReadOnlyList<object?> ?? Sequences.ForBuiltin(context, value);

    private static IEnumerable<object?> Items(RenderContext context, object? value) =>
        Sequences.ForBuiltin(context, value).Select(item => context.Current(item));

    private static object? Member(RenderContext context, object? item, string member) => item is null ? null : Members.Get(context, item, member);

    private static TemplateArray Concat(RenderContext context, object? list1, object? list2) =>
        New(Items(context, list1).Concat(Items(context, list2)));

    private static TemplateArray Slice(RenderContext context, object? list, int start, int count)
    {
        var items = List(context, list);
        start = Math.Clamp(start, 0, items.Count);
        return New(Items(context, new ListSlice(items, start, Math.Clamp(count, 0, items.Count - start), false)));
    }

    private static TemplateArray InsertAt(RenderContext context, object? list, int index, object? value)
    {
        var result = New(Items(context, list));
        index = Math.Max(index, 0);
        context.CountSteps(context.CallSite, index);
        while (result.Count < index)
            result.Add(null);
        result.Insert(index, value);
        return result;
    }

    private static TemplateArray RemoveAt(RenderContext context, object? list, int index)
    {
        var result = New(Items(context, list));
        if (index < 0)
            index += result.Count;
        if (index >= 0 && index < result.Count)
            result.RemoveAt(index);
        return result;
    }

    private static string Join(RenderContext context, object? list, string delimiter, TemplateFunction? function = null)
    {
        var parts = new List<string>();
        var length = 0L;
        foreach (var item in Items(context, list))
        {
            var text = context.Print(context.CallSite, item);
            parts.Add(function is null ? text : context.Print(context.CallSite, context.CallBack(function, text)));
            length += parts[^1].Length + delimiter.Length;
            if (length - delimiter.Length > context.Options.OutputLimit)
                throw new FunctionFailure($"The text exceeds the limit of `{context.Options.OutputLimit}` characters.");
        }

        return string.Join(delimiter, parts);
    }

    private static TemplateArray Sort(RenderContext context, object? list, string? member = null)
    {
        var items = Items(context, list).ToList();
        context.CountSteps(context.CallSite, items.Count * 16L);
        var path = member?.Split('.') ?? [];
        return New(items.OrderBy(
            item => path.Aggregate(item, (value, name) => Member(context, value, name)),
            Comparer<object?>.Create((left, right) => Comparison.Order(context, left, right))));
    }

    private static TemplateArray Unique(RenderContext context, object? list)
    {
        var result = new TemplateArray();
        var seen = new HashSet<object?>(ReferenceEqualityComparer.Instance);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(context, list))
        {
            var isNew = item is TemplateObject or TemplateFunction
                ? seen.Add(item)
                : keys.Add((Numbers.IsNumber(item) ? "number" : ValueText.TypeName(item)) + context.Print(context.CallSite, item));
            if (isNew)
                result.Add(item);
        }

        return result;
    }

    private static object? Cycle(RenderContext context, object? list, object? group = null)
    {
        var items = List(context, list);
        if (items.Count == 0)
            return null;
        var key = group is null ? Join(context, list, ",") : context.Print(context.CallSite, group);
        return context.Current(items[context.NextInCycle(key) % items.Count]);
    }
}
