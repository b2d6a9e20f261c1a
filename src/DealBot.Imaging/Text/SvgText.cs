using System.Text;
using System.Xml;

namespace DealBot.Imaging.Text;

/// <summary>Makes any string safe to place in an SVG document.</summary>
public static class SvgText
{
    /// <summary>
    /// Escapes <c>&amp; &lt; &gt; " '</c> and drops what XML 1.0 cannot hold: control characters other than tab and line ends, U+FFFE,
    /// U+FFFF and lone surrogates. The result is safe as element text and within an attribute quoted either way. Escaping twice escapes the
    /// ampersands again.
    /// </summary>
    /// <param name="text">Any text; null counts as empty.</param>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                Append(escaped, text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                escaped.Append(text[i]).Append(text[++i]);
        }

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
