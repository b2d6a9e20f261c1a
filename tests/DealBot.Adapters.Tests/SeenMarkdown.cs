using System.Text.RegularExpressions;

namespace DealBot.Adapters.Tests;

/// <summary>Markdown as its readers see it, as far as adapters write it: escapes, links, pictures and new lines of CommonMark.</summary>
internal static partial class SeenMarkdown
{
    /// <summary>The text that is seen; a link by what it says.</summary>
    public static string Text(string markdown) =>
        Escape().Replace(Link().Replace(Picture().Replace(markdown, "").TrimStart('\n').Replace("  \n  ", "\n", StringComparison.Ordinal), "${label}"), "$1");

    /// <summary>Where the links lead.</summary>
    public static IReadOnlyList<string> Links(string markdown) => [.. Link().Matches(Picture().Replace(markdown, "")).Select(link => link.Groups["url"].Value)];

    /// <summary>Where the pictures are.</summary>
    public static IReadOnlyList<string> Pictures(string markdown) => [.. Picture().Matches(markdown).Select(picture => picture.Groups["url"].Value)];

    [GeneratedRegex(@"!\[[^\]]*\]\((?<url>[^()\s]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<!\\)\[(?<label>(?:\\.|[^\]\\])*)\]\((?<url>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
