using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Questions about a text.</remarks>
internal static partial class StringFunctions
{
    private static void AddSearching(FunctionTable table) => table
        .Add("contains", Contains)
        .Add("starts_with", StartsWith)
        .Add("ends_with", EndsWith)
        .Add("equals_ignore_case", EqualsIgnoreCase)
        .Add("empty", Empty)
        .Add("whitespace", Whitespace)
        .Add("index_of", IndexOf);

    /// <summary>Whether a text is somewhere in another. The empty text is nowhere.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="value">The text to find.</param>
    /// <example><c>{{ "a kettle" | string.contains "kettle" }}</c> gives <c>true</c></example>
    /// <example><c>{{ "a kettle" | string.contains "" }}</c> gives <c>false</c></example>
    private static bool Contains(string text, string value) => value.Length > 0 && text.Contains(value, StringComparison.Ordinal);

    /// <summary>Whether a text starts with another. None starts with the empty text.</summary>
    /// <param name="text">The text to look at.</param>
    /// <param name="value">What it may start with.</param>
    /// <example><c>{{ "a kettle" | string.starts_with "a " }}</c> gives <c>true</c></example>
    private static bool StartsWith(string text, string value) => value.Length > 0 && text.StartsWith(value, StringComparison.Ordinal);

    /// <summary>Whether a text ends with another. None ends with the empty text.</summary>
    /// <param name="text">The text to look at.</param>
    /// <param name="value">What it may end with.</param>
    /// <example><c>{{ "photo.png" | string.ends_with ".jpg" }}</c> gives <c>false</c></example>
    private static bool EndsWith(string text, string value) => value.Length > 0 && text.EndsWith(value, StringComparison.Ordinal);

    /// <summary>Whether two texts are the same but for large and small letters.</summary>
    /// <param name="text">The one text.</param>
    /// <param name="value">The other.</param>
    /// <example><c>{{ "Blue Door" | string.equals_ignore_case "blue door" }}</c> gives <c>true</c></example>
    private static bool EqualsIgnoreCase(string text, string value) => text.Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text has no character.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "" | string.empty }}</c> gives <c>true</c></example>
    /// <example><c>{{ " " | string.empty }}</c> gives <c>false</c></example>
    private static bool Empty(string text) => text.Length == 0;

    /// <summary>Whether the text has no character but white space.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ " \t\n" | string.whitespace }}</c> gives <c>true</c></example>
    private static bool Whitespace(string text) => string.IsNullOrWhiteSpace(text);

    /// <summary>Where a text is first found in another, counted from 0; -1 when it is nowhere.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="search">The text to find.</param>
    /// <param name="startIndex">Where to start.</param>
    /// <param name="count">How many characters to search; without it, all the rest.</param>
    /// <param name="stringComparison">How to compare: <c>Ordinal</c>, <c>OrdinalIgnoreCase</c>, <c>InvariantCulture</c>,
    /// <c>InvariantCultureIgnoreCase</c>, <c>CurrentCulture</c> or <c>CurrentCultureIgnoreCase</c>. Without it, ordinal.</param>
    /// <example><c>{{ "banana" | string.index_of "na" }}</c> gives <c>2</c></example>
    /// <example><c>{{ "banana" | string.index_of "na" 3 }}</c> gives <c>4</c></example>
    /// <example><c>{{ "banana" | string.index_of "na" startIndex: 0 count: 3 }}</c> gives <c>-1</c></example>
    /// <example><c>{{ "banana" | string.index_of "NA" stringComparison: "OrdinalIgnoreCase" }}</c> gives <c>2</c></example>
    private static int IndexOf(
        RenderContext context, string text, string search, int? startIndex = null, int? count = null, string? stringComparison = null)
    {
        var start = Math.Clamp(startIndex ?? 0, 0, text.Length);
        var length = Math.Clamp(count ?? text.Length, 0, text.Length - start);
        var found = ParseComparison(stringComparison) switch
        {
            // The culture is that of the rendering, not of the thread that happens to render.
            StringComparison.CurrentCulture => context.Options.Culture.CompareInfo.IndexOf(text, search, start, length),
            StringComparison.CurrentCultureIgnoreCase =>
                context.Options.Culture.CompareInfo.IndexOf(text, search, start, length, System.Globalization.CompareOptions.IgnoreCase),
            var comparison => text.IndexOf(search, start, length, comparison),
        };
        return found;
    }

    private static StringComparison ParseComparison(string? name)
    {
        if (name is null)
            return StringComparison.Ordinal;
        foreach (var comparison in Enum.GetValues<StringComparison>())
            if (comparison.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
                return comparison;
        throw new FunctionFailure($"`{name}` is not a way to compare: {string.Join(", ", Enum.GetNames<StringComparison>())}.");
    }
}
