using System.Buffers;
using System.Text;

namespace DealBot.Imaging.Text;

/// <summary>Makes any string safe to place in an SVG document.</summary>
public static class SvgText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'");

    /// <summary>
    /// Escapes <c>&amp; &lt; &gt; " '</c> and takes out what <see cref="DisplayText.Clean"/> takes out, but cuts nothing off. The result is
    /// safe as element text and within an attribute quoted either way. Escaping twice escapes the ampersands again.
    /// </summary>
    /// <param name="text">Any text; null counts as empty.</param>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        // Numbers, colours and embedded images: plain ASCII, and megabytes of it.
        var clean = DisplayText.IsPlain(text) ? text : DisplayText.Clean(text, int.MaxValue);
        return clean.AsSpan().IndexOfAny(Markup) < 0 ? clean : EscapeMarkup(clean);
    }

    private static string EscapeMarkup(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
            Append(escaped, character);

        return escaped.ToString();
    }

    private static StringBuilder Append(StringBuilder escaped, char character) => character switch
    {
        '&' => escaped.Append("&amp;"),
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        '"' => escaped.Append("&quot;"),
        '\'' => escaped.Append("&#39;"),
        _ => escaped.Append(character),
    };
}
