namespace DealBot.Templating.Runtime;

/// <summary>The value of <c>empty</c> and <c>blank</c>: equal to any object, list or string without content.</summary>
internal sealed class EmptyValue
{
    public static readonly EmptyValue Instance = new();

    private EmptyValue()
    {
    }

    public static bool Matches(object? value) => value switch
    {
        EmptyValue => true,
        string text => text.Length == 0,
        TemplateObject members => members.Count == 0,
        IReadOnlyList<object?> items => items.Count == 0,
        _ => false,
    };
}
