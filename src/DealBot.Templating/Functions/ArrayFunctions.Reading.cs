using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>The functions that look into a list or run something on its items.</remarks>
internal static partial class ArrayFunctions
{
    /// <summary>Whether a function says true for one of the items. It is not asked again after that.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="function">The function, with <c>@</c> before its name.</param>
    /// <param name="args">What the function gets after the item.</param>
    /// <example><c>{{ ["lamp", "kettle"] | array.any @string.contains "kett" }}</c> gives <c>true</c></example>
    /// <example><c>{{ [] | array.any @string.empty }}</c> gives <c>false</c></example>
    private static bool Any(RenderContext context, object? list, object? function, params object?[] args)
    {
        var test = Callable(context, function);
        var items = Charged(context, list);
        var arguments = WithItem(args);
        for (var i = 0; i < items.Count; i++)
            if (Truth.Of(CallOn(context, test, context.Current(items[i]), arguments)))
                return true;
        return false;
    }

    /// <summary>Whether a value is among the items. It must be of the same kind: <c>1</c> is neither <c>"1"</c> nor <c>1.0</c>.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="item">The value to look for.</param>
    /// <example><c>{{ ["red", "blue"] | array.contains "blue" }}</c> gives <c>true</c></example>
    /// <example><c>{{ [1, 2] | array.contains "2" }}</c> gives <c>false</c></example>
    /// <example><c>{{ null | array.contains null }}</c> gives <c>false</c></example>
    private static bool Contains(RenderContext context, object? list, object? item)
    {
        var items = Charged(context, list);
        for (var i = 0; i < items.Count; i++)
            if (Equals(context.Current(items[i]), item))
                return true;
        return false;
    }

    /// <summary>The next item of a list every time it is called, and the first after the last.</summary>
    /// <param name="list">The list; without items the result is null.</param>
    /// <param name="group">Calls of the same group go on where the last one stopped. Without it, calls with the same list are one group.</param>
    /// <example><c>{{ for i in 1..3; array.cycle ["odd", "even"]; " "; end }}</c> gives <c>odd even odd </c></example>
    /// <example><c>{{ array.cycle ["a", "b"] "x"; array.cycle ["a", "b"] "y"; array.cycle ["a", "b"] "x" }}</c> gives <c>aab</c></example>
    private static object? Cycle(RenderContext context, object? list, object? group = null)
    {
        var items = Uncharged(context, list);
        if (items.Count == 0)
            return null;
        context.CountSteps(context.CallSite, items.Count);
        var key = group is null ? Joined(context, items, ",", change: null) : context.Print(context.CallSite, group);
        return context.Current(items[context.NextInCycle(key) % items.Count]);
    }

    /// <summary>What a function makes of every item.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <param name="function">The function, with <c>@</c> before its name; for null the items stay as they are.</param>
    /// <param name="args">What the function gets after the item.</param>
    /// <example><c>{{ ["tea", "milk"] | array.each @string.upcase }}</c> gives <c>["TEA", "MILK"]</c></example>
    /// <example><c>{{ [1, 2] | array.each @math.times 10 }}</c> gives <c>[10, 20]</c></example>
    private static TemplateArray? Each(RenderContext context, object? list, object? function, params object?[] args)
    {
        if (list is null)
            return null;
        var change = function is null ? null : Callable(context, function);
        var items = Charged(context, list);
        var arguments = WithItem(args);
        var result = NewList(context, items.Count, isComputed: true);
        for (var i = 0; i < items.Count; i++)
        {
            var item = context.Current(items[i]);
            result.Add(change is null ? item : CallOn(context, change, item, arguments));
        }

        return result;
    }

    /// <summary>The items for which a function says true.</summary>
    /// <param name="list">The list; for null the result is null.</param>
    /// <param name="function">The function, with <c>@</c> before its name; for null all items stay.</param>
    /// <param name="args">What the function gets after the item.</param>
    /// <example><c>{{ [3, 40, 500] | array.filter @(do; ret $0 > 10; end) }}</c> gives <c>[40, 500]</c></example>
    /// <example><c>{{ ["lamp", "towel"] | array.filter @string.ends_with "l" }}</c> gives <c>["towel"]</c></example>
    private static TemplateArray? Filter(RenderContext context, object? list, object? function, params object?[] args)
    {
        if (list is null)
            return null;
        var test = function is null ? null : Callable(context, function);
        var items = Charged(context, list);
        var arguments = WithItem(args);
        var result = NewList(context, 0, isComputed: true);
        for (var i = 0; i < items.Count; i++)
        {
            var item = context.Current(items[i]);
            if (test is null || Truth.Of(CallOn(context, test, item, arguments)))
                result.Add(item);
        }

        return result;
    }

    /// <summary>The first item; null when there is none.</summary>
    /// <param name="list">The list.</param>
    /// <example><c>{{ [7, 8, 9] | array.first }}</c> gives <c>7</c></example>
    /// <example><c>{{ [] | array.first }}</c> gives <c></c></example>
    private static object? First(RenderContext context, object? list) =>
        Uncharged(context, list) is { Count: > 0 } items ? context.Current(items[0]) : null;

    /// <summary>The items as one text.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <param name="delimiter">What stands between the items.</param>
    /// <param name="function">Changes the text of each item first; with <c>@</c> before its name.</param>
    /// <example><c>{{ ["kettle", 89, 1.5] | array.join " / " }}</c> gives <c>kettle / 89 / 1.5</c></example>
    /// <example><c>{{ ["tea", "milk"] | array.join ", " @string.capitalize }}</c> gives <c>Tea, Milk</c></example>
    /// <example><c>{{ ["a", null, "b"] | array.join "-" }}</c> gives <c>a--b</c></example>
    private static string Join(RenderContext context, object? list, string delimiter, object? function = null)
    {
        var change = function is null ? null : Callable(context, function);
        var items = Charged(context, list);
        return items.Count == 1 ? TextOf(context, items[0], change) : Joined(context, items, delimiter, change);
    }

    /// <summary>The last item; null when there is none.</summary>
    /// <param name="list">The list.</param>
    /// <example><c>{{ [7, 8, 9] | array.last }}</c> gives <c>9</c></example>
    /// <example><c>{{ "东西" | array.last }}</c> gives <c>西</c></example>
    private static object? Last(RenderContext context, object? list) =>
        Uncharged(context, list) is { Count: > 0 } items ? context.Current(items[^1]) : null;

    /// <summary>The number of items.</summary>
    /// <param name="list">The list; null is an empty one.</param>
    /// <example><c>{{ [7, 8, 9] | array.size }}</c> gives <c>3</c></example>
    /// <example><c>{{ null | array.size }}</c> gives <c>0</c></example>
    private static int Size(RenderContext context, object? list) => list is TemplateObject members ? members.Count : Uncharged(context, list).Count;

    private static string Joined(RenderContext context, IReadOnlyList<object?> items, string delimiter, TemplateFunction? change)
    {
        var result = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                result.Append(delimiter);
            result.Append(TextOf(context, items[i], change));
            if (result.Length > context.Options.OutputLimit)
                context.GuardLength(context.CallSite, result.Length);
        }

        return result.ToString();
    }

    private static string TextOf(RenderContext context, object? item, TemplateFunction? change)
    {
        var text = context.Print(context.CallSite, context.Current(item));
        return change is null ? text : context.Print(context.CallSite, context.CallBack(change, text));
    }
}
