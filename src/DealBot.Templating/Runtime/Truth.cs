namespace DealBot.Templating.Runtime;

/// <summary>What conditions take for true: everything but null and false.</summary>
internal static class Truth
{
    public static bool Of(object? value) => value switch
    {
        null or EmptyValue => false,
        bool flag => flag,
        _ => true,
    };
}
