using System.Text;
using System.Text.RegularExpressions;

namespace DealBot.Adapters.Wire;

/// <summary>Plain text as markdown that readers see as the same text: what markdown would take for markup is escaped, and links stay links.</summary>
internal static partial class MarkdownText
{
    /// <summary>Two blanks on either side make a new line of it in every client, where a bare one may be taken for a blank.</summary>
    private const string NewLine = "  \n  ";

    /// <summary>Text of several lines.</summary>
    public static string Of(string text) => string.Join(NewLine, text.ReplaceLineEndings("\n").Split('\n').Select(OfLine));

    /// <summary>A picture.</summary>
    /// <param name="url">Where it is.</param>
    /// <param name="description">What stands in its place where it can't be shown; may be empty.</param>
    public static string Picture(Uri url, string description = "") => $"![{Escape(description)}]({Destination(url.AbsoluteUri)})";

    private static string OfLine(string text)
    {
        var line = text.TrimStart();
        var written = new StringBuilder();
        var start = LineStart().Match(line);
        if (start.Success)
            written.Append(start.Groups["number"].Value).Append('\\').Append(start.Groups["mark"].Value);

        var end = start.Length;
        foreach (Match link in Link().Matches(line))
        {
            written.Append(Escape(line[end..link.Index])).Append('[').Append(Escape(link.Value)).Append("](").Append(Destination(link.Value)).Append(')');
            end = link.Index + link.Length;
        }

        return written.Append(Escape(line[end..])).ToString();
    }

    private static string Escape(string text) => Inline().Replace(text, @"\$0");

    private static string Destination(string url) => url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    // A full stop or bracket behind an address belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"\\，。；、！？：（）【】《》「」“”]*[^\s<>"\\，。；、！？：（）【】《》「」“”.,;:!?)]""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\\`*_\[\]<&~|]", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    // Headings, quotes, lists, rules and underlines begin a line.
    [GeneratedRegex(@"\A(?<number>[0-9]{0,9})(?<mark>(?<=[0-9])[.)](?=\s|\z)|(?<![0-9])[#>+=-])", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();
}
