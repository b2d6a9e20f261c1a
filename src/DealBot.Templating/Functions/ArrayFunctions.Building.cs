using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>The functions that make one list of another.</remarks>
internal static partial class ArrayFunctions
{
    /// <summary>A list with one more item at its end.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="value">The item to add.</param>
    /// <example><c>{{ ["kettle", "lamp"] | array.add "towel" }}</c> gives <c>["kettle", "lamp", "towel"]</c></example>
    /// <example><c>{{ null | array.add 1 }}</c> gives <c>[1]</c></example>
    private static TemplateArray Add(RenderContext context, object? list, object? value)
    {
        var result = Copy(context, Charged(context, list), IsComputed(list), more: 1);
        result.Add(value);
        return result;
    }

    /// <summary>The items of two lists in one; the same as <c>array.concat</c>.</summary>
    /// <param name="list1">The list whose items come first; may be null.</param>
    /// <param name="list2">The list whose items follow; may be null.</param>
    /// <returns>Null when both are null.</returns>
    /// <example><c>{{ [89, 15] | array.add_range [42, 7] }}</c> gives <c>[89, 15, 42, 7]</c></example>
    /// <example><c>{{ array.add_range "ab" (1..2) }}</c> gives <c>["a", "b", 1, 2]</c></example>
    private static TemplateArray? AddRange(RenderContext context, object? list1, object? list2) => Concat(context, list1, list2);

    /// <summary>The list without its nulls.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <example><c>{{ [12, null, "", false] | array.compact }}</c> gives <c>[12, "", false]</c></example>
    private static TemplateArray? Compact(RenderContext context, object? list)
    {
        if (list is null)
            return null;
        var items = Charged(context, list);
        var result = NewList(context, items.Count, isComputed: true);
        for (var i = 0; i < items.Count; i++)
            if (items[i] is { } item)
                result.Add(context.Current(item));
        return result;
    }

    /// <summary>The items of two lists in one.</summary>
    /// <param name="list1">The list whose items come first; may be null.</param>
    /// <param name="list2">The list whose items follow; may be null.</param>
    /// <returns>Null when both are null.</returns>
    /// <example><c>{{ ["a"] | array.concat ["b", "c"] }}</c> gives <c>["a", "b", "c"]</c></example>
    /// <example><c>{{ null | array.concat [1] }}</c> gives <c>[1]</c></example>
    private static TemplateArray? Concat(RenderContext context, object? list1, object? list2)
    {
        if (list1 is null && list2 is null)
            return null;
        var first = Charged(context, list1);
        var second = Charged(context, list2);
        var result = Copy(context, first, isComputed: true, more: second.Count);
        for (var i = 0; i < second.Count; i++)
            result.Add(context.Current(second[i]));
        return result;
    }

    /// <summary>A list with one more item somewhere; nulls fill the gap when the place is beyond the end.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="index">Where the item goes, counted from 0; a negative place is the first.</param>
    /// <param name="value">The item.</param>
    /// <example><c>{{ ["a", "c"] | array.insert_at 1 "b" }}</c> gives <c>["a", "b", "c"]</c></example>
    /// <example><c>{{ ["a"] | array.insert_at 3 "d" }}</c> gives <c>["a", null, null, "d"]</c></example>
    /// <example><c>{{ ["b"] | array.insert_at (-5) "a" }}</c> gives <c>["a", "b"]</c></example>
    private static TemplateArray InsertAt(RenderContext context, object? list, int index, object? value)
    {
        var items = Charged(context, list);
        index = Math.Max(index, 0);
        if (index > items.Count)
            context.CountItems(context.CallSite, index - items.Count);
        var result = Copy(context, items, isComputed: false, more: 1);
        while (result.Count < index)
            result.Add(null);
        result.Insert(index, value);
        return result;
    }

    /// <summary>The first items of a list.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <param name="count">How many items at most; none when it is negative.</param>
    /// <example><c>{{ ["gold", "silver", "bronze"] | array.limit 2 }}</c> gives <c>["gold", "silver"]</c></example>
    /// <example><c>{{ [1, 2] | array.limit (-1) }}</c> gives <c>[]</c></example>
    private static TemplateArray? Limit(RenderContext context, object? list, int count)
    {
        if (list is null)
            return null;
        var items = Uncharged(context, list);
        var kept = Math.Clamp(count, 0, items.Count);
        context.CountItems(context.CallSite, kept);
        return Copy(context, items, isComputed: true, end: kept);
    }

    /// <summary>The value of one member of every item. Items that have no such member are left out.</summary>
    /// <param name="list">The list of objects; null is an empty list, a single value a list of one.</param>
    /// <param name="member">The name of the member.</param>
    /// <example><c>{{ [{name: "lamp"}, {name: "kettle"}] | array.map "name" }}</c> gives <c>["lamp", "kettle"]</c></example>
    /// <example><c>{{ [{price: 5}, {cost: 6}, null] | array.map "price" }}</c> gives <c>[5]</c></example>
    private static TemplateArray Map(RenderContext context, object? list, string member)
    {
        var items = ListOrSingle(context, list);
        var result = NewList(context, items.Count, isComputed: true);
        for (var i = 0; i < items.Count; i++)
        {
            if (context.Current(items[i]) is not { } item)
                continue;
            var value = Members.Get(context, item, member);
            if (value is not null || HasMember(item, member))
                result.Add(value);
        }

        return result;
    }

    /// <summary>The items of a list from a place on.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <param name="index">How many items are left out; none when it is negative.</param>
    /// <example><c>{{ [4, 5, 6, 7] | array.offset 1 }}</c> gives <c>[5, 6, 7]</c></example>
    /// <example><c>{{ [4, 5] | array.offset 9 }}</c> gives <c>[]</c></example>
    private static TemplateArray? Offset(RenderContext context, object? list, int index)
    {
        if (list is null)
            return null;
        var items = Charged(context, list);
        return Copy(context, items, isComputed: true, start: Math.Clamp(index, 0, items.Count));
    }

    /// <summary>A list without one of its items.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="index">The place of the item, counted from 0, or from the end when negative. Nothing happens when it is outside.</param>
    /// <example><c>{{ ["a", "b", "c"] | array.remove_at 1 }}</c> gives <c>["a", "c"]</c></example>
    /// <example><c>{{ ["a", "b", "c"] | array.remove_at (-1) }}</c> gives <c>["a", "b"]</c></example>
    private static TemplateArray RemoveAt(RenderContext context, object? list, int index)
    {
        var result = Copy(context, Charged(context, list), isComputed: false);
        if (index < 0)
            index += result.Count;
        if (index >= 0 && index < result.Count)
            result.RemoveAt(index);
        return result;
    }

    /// <summary>The list from its last item to its first.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <example><c>{{ 1..4 | array.reverse }}</c> gives <c>[4, 3, 2, 1]</c></example>
    private static TemplateArray Reverse(RenderContext context, object? list)
    {
        var items = Charged(context, list);
        var result = NewList(context, items.Count, isComputed: true);
        for (var i = items.Count - 1; i >= 0; i--)
            result.Add(context.Current(items[i]));
        return result;
    }

    /// <summary>The list in order: nulls first, numbers by value, texts by the rendering's culture. What is equal keeps its order.</summary>
    /// <param name="list">The list; null is an empty one, a single value a list of one.</param>
    /// <param name="member">The member of the items to sort by, or a path of members such as <c>shop.name</c>; none for the items themselves.</param>
    /// <example><c>{{ [42, 7, 15] | array.sort }}</c> gives <c>[7, 15, 42]</c></example>
    /// <example><c>{{ [{n: "b"}, {n: "a"}] | array.sort "n" }}</c> gives <c>[{n: "a"}, {n: "b"}]</c></example>
    /// <example><c>{{ ["b", null, "a"] | array.sort | array.reverse }}</c> gives <c>["b", "a", null]</c></example>
    private static TemplateArray Sort(RenderContext context, object? list, string? member = null)
    {
        const int stepsPerItem = 16;
        var items = ListOrSingle(context, list);
        context.CountSteps(context.CallSite, (long)items.Count * stepsPerItem);
        var path = string.IsNullOrEmpty(member) ? [] : member.Split('.');
        var result = NewList(context, items.Count, isComputed: false);
        foreach (var item in items.Select(context.Current).OrderBy(item => Follow(context, item, path), Comparer<object?>.Create(
            (left, right) => Comparison.Order(context, left, right))))
            result.Add(item);
        return result;
    }

    /// <summary>The list with every value once, where it came first. Numbers of different kinds differ; objects are the same only when they are one.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <example><c>{{ ["tea", "milk", "tea"] | array.uniq }}</c> gives <c>["tea", "milk"]</c></example>
    /// <example><c>{{ [1, "1", 1, null, null] | array.uniq }}</c> gives <c>[1, "1", null]</c></example>
    private static TemplateArray? Uniq(RenderContext context, object? list)
    {
        if (list is null)
            return null;
        var items = Charged(context, list);
        var result = NewList(context, items.Count, isComputed: true);
        var seen = new HashSet<object>();
        var hasNull = false;
        for (var i = 0; i < items.Count; i++)
        {
            var item = context.Current(items[i]);
            if (item is null ? !hasNull : seen.Add(item))
                result.Add(item);
            hasNull |= item is null;
        }

        return result;
    }

    private static IReadOnlyList<object?> ListOrSingle(RenderContext context, object? list) =>
        list is null or string or EmptyValue or TemplateObject or IReadOnlyList<object?> ? Charged(context, list) : [list];

    private static object? Follow(RenderContext context, object? item, string[] path)
    {
        foreach (var name in path)
            item = item is null ? null : Members.Get(context, item, name);
        return item;
    }

    private static bool HasMember(object item, string member) => item switch
    {
        TemplateObject members => members.ContainsKey(member),
        TemplateArray { Properties: { } properties } => properties.ContainsKey(member),
        _ => false,
    };
}
