using System.Globalization;
using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>string</c>.</summary>
internal static class StringFunctions
{
    public static TemplateObject Build()
    {
        var table = new FunctionTable("string");
        AddBasics(table);
        AddTrimming(table);
        AddSearch(table);
        AddConversions(table);
        StringHashes.AddTo(table);
        return table.Object;
    }

    private static void AddBasics(FunctionTable table) => table
        .Add("append", (RenderContext context, string text, string with) => context.Concatenate(context.CallSite, text, with))
        .Add("prepend", (RenderContext context, string text, string by) => context.Concatenate(context.CallSite, by, text))
        .Add("capitalize", (RenderContext context, string text) => Capitalize(context, text))
        .Add("capitalizewords", CapitalizeWords)
        .Add("downcase", (RenderContext context, string text) => text.ToLower(context.Options.Culture))
        .Add("upcase", (RenderContext context, string text) => text.ToUpper(context.Options.Culture))
        .Add("escape", (string text) => StringLiteral.Escape(text))
        .Add("literal", (RenderContext context, object? text) =>
            text is null ? null : $"\"{StringLiteral.Escape(context.Print(context.CallSite, text))}\"")
        .Add("handleize", Handleize)
        .Add("pluralize", (double number, string singular, string plural) => number == 1 ? singular : plural)
        .Add("size", (string text) => text.Length)
        .Add("slice", (string text, int start, int? length = null) => Slice(text, start, length ?? text.Length))
        .Add("slice1", (string text, int start, int length = 1) => Slice(text, start, length))
        .Add("split", (RenderContext context, string text, string match) => Split(context, text, match))
        .Add("truncate", Truncate)
        .Add("truncatewords", TruncateWords);

    private static void AddTrimming(FunctionTable table) => table
        .Add("strip", (string text) => text.Trim())
        .Add("lstrip", (string text) => text.TrimStart())
        .Add("rstrip", (string text) => text.TrimEnd())
        .Add("strip_newlines", (string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))
        .Add("pad_left", (RenderContext context, string text, int width) => text.PadLeft(Width(context, width)))
        .Add("pad_right", (RenderContext context, string text, int width) => text.PadRight(Width(context, width)));

    private static void AddSearch(FunctionTable table) => table
        .Add("contains", (string text, string value) => text.Contains(value, StringComparison.Ordinal))
        .Add("starts_with", (string text, string value) => text.StartsWith(value, StringComparison.Ordinal))
        .Add("ends_with", (string text, string value) => text.EndsWith(value, StringComparison.Ordinal))
        .Add("equals_ignore_case", (string text, string value) => text.Equals(value, StringComparison.OrdinalIgnoreCase))
        .Add("empty", (string text) => text.Length == 0)
        .Add("whitespace", (string text) => string.IsNullOrWhiteSpace(text))
        .Add("index_of", IndexOf)
        .Add("remove", (RenderContext context, string text, string remove) => StringReplacement.All(context, text, remove, ""))
        .Add("remove_first", (string text, string remove) => StringReplacement.One(text, remove, "", fromEnd: false))
        .Add("remove_last", (string text, string remove) => StringReplacement.One(text, remove, "", fromEnd: true))
        .Add("replace", (RenderContext context, string text, string match, string replace) => StringReplacement.All(context, text, match, replace))
        .Add("replace_first", (string text, string match, string replace, bool fromEnd = false) =>
            StringReplacement.One(text, match, replace, fromEnd));

    private static void AddConversions(FunctionTable table) => table
        .Add("to_int", (RenderContext context, string text) =>
            int.TryParse(text, NumberStyles.Integer, context.Options.Culture, out var number) ? (object)number : null)
        .Add("to_long", (RenderContext context, string text) =>
            long.TryParse(text, NumberStyles.Integer, context.Options.Culture, out var number) ? (object)number : null)
        .Add("to_float", ToDouble)
        .Add("to_double", ToDouble)
        .Add("base64_encode", (string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))
        .Add("base64_decode", (string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text)));

    private static object? ToDouble(RenderContext context, string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, context.Options.Culture, out var number) ? number : null;

    private static string Capitalize(RenderContext context, string text) =>
        text.Length == 0 ? text : string.Concat(text[..1].ToUpper(context.Options.Culture), text.AsSpan(1));

    private static string CapitalizeWords(RenderContext context, string text)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
            if (i == 0 || char.IsWhiteSpace(result[i - 1]))
                result[i] = char.ToUpper(result[i], context.Options.Culture);
        return result.ToString();
    }

    /// <summary>Letters and digits, with one hyphen for every run of other characters.</summary>
    private static string Handleize(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToLowerInvariant(c));
            else if (result.Length > 0 && result[^1] != '-')
                result.Append('-');
        }

        return result.ToString().TrimEnd('-');
    }

    private static string Slice(string text, int start, int length)
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

    private static TemplateArray Split(RenderContext context, string text, string match)
    {
        var parts = match.Length == 0 ? text.Select(c => c.ToString()).ToArray() : text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        context.CountSteps(context.CallSite, parts.Length);
        return new TemplateArray(parts);
    }

    private static string Truncate(string text, int length, string ellipsis = "...")
    {
        if (text.Length <= length)
            return text;
        var kept = Math.Max(0, length - ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    private static string TruncateWords(string text, int count, string ellipsis = "...")
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Take(Math.Max(count, 0)));
        return words.Length > count ? kept + ellipsis : kept;
    }

    private static int Width(RenderContext context, int width)
    {
        context.GuardLength(context.CallSite, width);
        return Math.Max(width, 0);
    }

    private static int IndexOf(string text, string search, int? startIndex = null, int? count = null, string? stringComparison = null)
    {
        if (!Enum.TryParse<StringComparison>(stringComparison ?? nameof(StringComparison.Ordinal), ignoreCase: true, out var comparison)
            || !Enum.IsDefined(comparison))
            throw new FunctionFailure($"`{stringComparison}` is not a way to compare: {string.Join(", ", Enum.GetNames<StringComparison>())}.");
        var start = Math.Clamp(startIndex ?? 0, 0, text.Length);
        return text.IndexOf(search, start, Math.Clamp(count ?? text.Length, 0, text.Length - start), comparison);
    }
}
