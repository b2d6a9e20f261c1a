using DealBot.Templating.Functions;

namespace DealBot.Templating.Runtime;

/// <summary>Members and items of values.</summary>
internal static class Members
{
    /// <summary>The value of a member; null for one that the value does not have.</summary>
    public static object? Get(RenderContext context, object owner, string name)
    {
        switch (owner)
        {
            case TemplateObject members when members.TryGetValue(name, out var value):
                return context.Current(value);
            case TemplateArray { Properties: { } properties } when properties.TryGetValue(name, out var value):
                return context.Current(value);
            case TemplateArray or IReadOnlyList<object?> when name == "size":
                return ((IReadOnlyCollection<object?>)owner).Count;
            case string text when name == "size":
                return text.Length;
            case DateTimeOffset date:
                return DateParts.Get(date, name);
            case TimeSpan span:
                return TimeSpanParts.Get(span, name);
        }

        return name is "empty?" or "blank?" ? EmptyValue.Matches(owner) : null;
    }

    /// <summary>An item of a list or a character of a string; counted from the end when negative, null outside.</summary>
    public static object? GetAt(RenderContext context, object owner, int index)
    {
        var count = owner is string s ? s.Length : ((IReadOnlyList<object?>)owner).Count;
        if (index < 0)
            index += count;
        if (index < 0 || index >= count)
            return null;
        return owner is string text ? text[index].ToString() : context.Current(((IReadOnlyList<object?>)owner)[index]);
    }

    public static SetOutcome Set(RenderContext context, object owner, string name, object? value)
    {
        var target = owner switch
        {
            TemplateObject members => context.Own(members),
            TemplateArray array => PropertiesOf(context, array),
            _ => null,
        };
        if (target is null)
            return SetOutcome.Unsupported;
        if (target.IsReadOnly(name))
            return SetOutcome.ReadOnly;
        target[name] = value;
        return SetOutcome.Done;
    }

    private static TemplateObject PropertiesOf(RenderContext context, TemplateArray array)
    {
        var owned = context.Own(array);
        return owned.Properties ??= context.NewObject();
    }
}
