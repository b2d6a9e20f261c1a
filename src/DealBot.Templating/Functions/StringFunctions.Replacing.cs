using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Putting other text in the place of parts of a text.</remarks>
internal static partial class StringFunctions
{
    private static void AddReplacing(FunctionTable table) => table
        .Add("remove", Remove)
        .Add("remove_first", RemoveFirst)
        .Add("remove_last", RemoveLast)
        .Add("replace", Replace)
        .Add("replace_first", ReplaceFirst);

    /// <summary>The text without any occurrence of another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out.</param>
    /// <example><c>{{ "1,234,567" | string.remove "," }}</c> gives <c>1234567</c></example>
    private static string Remove(RenderContext context, string text, string remove) => Replace(context, text, remove, "");

    /// <summary>The text without the first occurrence of another, large and small letters being the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out.</param>
    /// <example><c>{{ "Tea, tea, TEA" | string.remove_first "tea" }}</c> gives <c>, tea, TEA</c></example>
    private static string RemoveFirst(string text, string remove) => ReplaceFirst(text, remove, "");

    /// <summary>The text without the last occurrence of another, large and small letters being the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out.</param>
    /// <example><c>{{ "Tea, tea, TEA" | string.remove_last "tea" }}</c> gives <c>Tea, tea, </c></example>
    private static string RemoveLast(string text, string remove) => ReplaceFirst(text, remove, "", fromEnd: true);

    /// <summary>The text with another in the place of all occurrences of a third.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What to look for; an empty text is found nowhere.</param>
    /// <param name="replace">What takes its place.</param>
    /// <example><c>{{ "tea for two, tea for me" | string.replace "tea" "milk" }}</c> gives <c>milk for two, milk for me</c></example>
    private static string Replace(RenderContext context, string text, string match, string replace)
    {
        if (match.Length == 0)
            return text;
        if (replace.Length > match.Length)
            context.GuardLength(context.CallSite, LengthAfter(text, match, replace));
        return text.Replace(match, replace, StringComparison.Ordinal);
    }

    /// <summary>The text with another in the place of one occurrence of a third, large and small letters being the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What to look for; an empty text is found nowhere.</param>
    /// <param name="replace">What takes its place.</param>
    /// <param name="fromEnd">Whether the last occurrence is meant instead of the first.</param>
    /// <example><c>{{ "Tea or tea" | string.replace_first "tea" "milk" }}</c> gives <c>milk or tea</c></example>
    /// <example><c>{{ "Tea or tea" | string.replace_first "tea" "milk" fromEnd: true }}</c> gives <c>Tea or milk</c></example>
    private static string ReplaceFirst(string text, string match, string replace, bool fromEnd = false)
    {
        if (match.Length == 0)
            return text;
        var index = fromEnd
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), replace, text.AsSpan(index + match.Length));
    }

    private static long LengthAfter(string text, string match, string replace)
    {
        var count = 0L;
        for (var i = text.IndexOf(match, StringComparison.Ordinal); i >= 0; i = text.IndexOf(match, i + match.Length, StringComparison.Ordinal))
            count++;
        return text.Length + (count * (replace.Length - match.Length));
    }
}
