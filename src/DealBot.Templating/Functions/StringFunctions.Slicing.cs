using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Lengths and parts of a text.</remarks>
internal static partial class StringFunctions
{
    private static void AddSlicing(FunctionTable table) => table
        .Add("size", Size)
        .Add("slice", Slice)
        .Add("slice1", Slice1)
        .Add("split", Split)
        .Add("truncate", Truncate)
        .Add("truncatewords", TruncateWords);

    /// <summary>The number of characters.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "保温杯" | string.size }}</c> gives <c>3</c></example>
    /// <example><c>{{ null | string.size }}</c> gives <c>0</c></example>
    private static int Size(string text) => text.Length;

    /// <summary>The part of a text from a place on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts, counted from 0, or from the end when negative.</param>
    /// <param name="length">How long it is at most; without it, all the rest.</param>
    /// <example><c>{{ "kettle" | string.slice 2 }}</c> gives <c>ttle</c></example>
    /// <example><c>{{ "kettle" | string.slice 2 length: 3 }}</c> gives <c>ttl</c></example>
    /// <example><c>{{ "kettle" | string.slice (-2) }}</c> gives <c>le</c></example>
    /// <example><c>{{ "kettle" | string.slice 20 }}</c> gives <c></c></example>
    private static string Slice(string text, int start, int? length = null) => Part(text, start, length ?? text.Length);

    /// <summary>The character at a place of a text, or a longer part from there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts, counted from 0, or from the end when negative.</param>
    /// <param name="length">How long it is at most.</param>
    /// <example><c>{{ "lamp" | string.slice1 1 }}</c> gives <c>a</c></example>
    /// <example><c>{{ "lamp" | string.slice1 (-3) 2 }}</c> gives <c>am</c></example>
    private static string Slice1(string text, int start, int length = 1) => Part(text, start, length);

    /// <summary>The parts of a text between separators; empty parts are left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">The separator; an empty one is found nowhere.</param>
    /// <example><c>{{ "tea, milk, , sugar" | string.split ", " }}</c> gives <c>["tea", "milk", "sugar"]</c></example>
    /// <example><c>{{ "" | string.split "," }}</c> gives <c>[]</c></example>
    private static TemplateArray Split(RenderContext context, string text, string match)
    {
        var parts = text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        context.CountSteps(context.CallSite, parts.Length);
        var result = context.NewArray(parts.Length);
        result.IsComputed = true;
        foreach (var part in parts)
            result.Add(part);
        return result;
    }

    /// <summary>The text cut to a length, with an ellipsis at its end when something was cut. A character of two halves is never split.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the result with its ellipsis.</param>
    /// <param name="ellipsis">What shows that something is missing.</param>
    /// <example><c>{{ "A kettle of steel" | string.truncate 11 }}</c> gives <c>A kettle...</c></example>
    /// <example><c>{{ "不锈钢保温杯" | string.truncate 4 "…" }}</c> gives <c>不锈钢…</c></example>
    /// <example><c>{{ "lamp" | string.truncate 4 }}</c> gives <c>lamp</c></example>
    private static string Truncate(string text, int length, string ellipsis = "...")
    {
        if (text.Length <= length || text.Length == 0)
            return text;
        var kept = Math.Max(0, length - ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    /// <summary>
    /// The first words of a text, one space between them, and an ellipsis, which is there even when nothing was cut. An empty text stays
    /// empty.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many words.</param>
    /// <param name="ellipsis">What follows the words.</param>
    /// <example><c>{{ "a kettle of polished steel" | string.truncatewords 2 }}</c> gives <c>a kettle...</c></example>
    /// <example><c>{{ "a  kettle" | string.truncatewords 5 " (more)" }}</c> gives <c>a kettle (more)</c></example>
    private static string TruncateWords(string text, int count, string ellipsis = "...")
    {
        if (text.Length == 0)
            return "";
        var result = new StringBuilder();
        for (int word = 0, start = 0; word < count && start <= text.Length; word++)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            result.Append(word == 0 ? "" : " ").Append(text, start, end - start);
            start = end + 1;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
        }

        return result.Append(ellipsis).ToString();
    }

    private static string Part(string text, int start, int length)
    {
        if (start < 0)
            start += text.Length;
        if (start < 0)
        {
            length = (int)Math.Clamp((long)length + start, 0, int.MaxValue);
            start = 0;
        }

        return start >= text.Length || length <= 0 ? "" : text.Substring(start, Math.Min(length, text.Length - start));
    }
}
