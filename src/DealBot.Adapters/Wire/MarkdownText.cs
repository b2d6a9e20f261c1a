using System.Text;
using System.Text.RegularExpressions;
using DealBot.Contracts;

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

    /// <summary>Facts as a list.</summary>
    public static string List(IEnumerable<CardFact> facts) =>
        string.Join('\n', facts.Select(fact => $"- {OfLine(OneLine.Of(fact.Name))}：**{OfLine(OneLine.Of(fact.Value))}**"));

    private static string OfLine(string text)
    {
        var line = text.TrimStart();
        var start = LineStart().Match(line);
        var written = new StringBuilder();
        if (start.Success)
            written.Append(start.Groups["number"].Value).Append('\\').Append(start.Groups["mark"].Value);

        foreach (var (piece, isLink) in WebLinks.Split(line[start.Length..]))
            written.Append(isLink ? $"[{Escape(piece)}]({Destination(piece)})" : Escape(piece));

        return written.ToString();
    }

    private static string Escape(string text) => Inline().Replace(text, @"\$0");

    private static string Destination(string url) => url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<&~|]", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    // Headings, quotes, lists, rules and underlines begin a line.
    [GeneratedRegex(@"\A(?<number>[0-9]{0,9})(?<mark>(?<=[0-9])[.)](?=\s|\z)|(?<![0-9])[#>+=-])", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();
}
