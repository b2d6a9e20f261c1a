using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>Values as lists.</summary>
internal static class Sequences
{
    /// <summary>The items a loop goes over; null when the value is no list. Nothing for null, pairs of key and value for an object.</summary>
    public static IReadOnlyList<object?>? From(RenderContext context, Node site, object? value)
    {
        switch (value)
        {
            case null or EmptyValue:
                return [];
            case IReadOnlyList<object?> items:
                return items;
            case string text:
                context.CountSteps(site, text.Length);
                return new TemplateArray(text.Select(c => (object?)c.ToString()));
            case TemplateObject members:
                context.CountSteps(site, members.Count);
                return new TemplateArray(members.Select(member => (object?)new TemplateObject { ["key"] = member.Key, ["value"] = member.Value }));
            default:
                return null;
        }
    }

    /// <summary>The items for a builtin that goes over all of them, charged to the limits.</summary>
    public static IReadOnlyList<object?> ForBuiltin(RenderContext context, object? value)
    {
        var items = From(context, context.CallSite, value) ?? throw new FunctionFailure(
            $"Expecting a list instead of `{ValueText.TypeName(value)}`.");
        context.CountItems(context.CallSite, items.Count);
        return items;
    }
}
