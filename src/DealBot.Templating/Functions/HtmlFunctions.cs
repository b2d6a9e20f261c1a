using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>html</c>.</summary>
internal static class HtmlFunctions
{
    /// <summary>Scripts, styles and comments with all that is in them, and tags, whose quoted attributes may contain <c>&gt;</c>.</summary>
    private const string Markup = """<script.*?</script>|<style.*?</style>|<!--.*?-->|<(?>="[^"]*"|='[^']*'|[^>])*>""";

    /// <summary>Reserved characters that <c>url_escape</c> leaves alone and <c>url_encode</c> does not.</summary>
    private const string UrlReserved = ":/?#[]@!$&'()*+,;=";

    /// <summary>A code point of two characters becomes <c>&amp;#1114111;</c> at most, one of one character <c>&amp;quot;</c>.</summary>
    private const int LongestEntity = 6;

    /// <summary>Three bytes of UTF-8, each of them <c>%XX</c>.</summary>
    private const int LongestUrlEscape = 9;

    public static TemplateObject Build() => new FunctionTable("html")
        .Add("escape", Escape)
        .Add("newline_to_br", NewlineToBr)
        .Add("strip", Strip)
        .Add("url_encode", UrlEncode)
        .Add("url_escape", UrlEscape)
        .Object;

    /// <summary>The text with the characters that mean something in HTML as entities; also those of Latin-1 and emoji.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "&lt;b&gt; &amp; \"tea\"" | html.escape }}</c> gives <c>&amp;lt;b&amp;gt; &amp;amp; &amp;quot;tea&amp;quot;</c></example>
    /// <example><c>{{ "茶 is tea" | html.escape }}</c> gives <c>茶 is tea</c></example>
    private static string Escape(RenderContext context, string text) =>
        context.AsMarkup(TextGrowth.Convert(context, text, LongestEntity, WebUtility.HtmlEncode));

    /// <summary>The text with a line break of HTML before each of its own; those become single line feeds.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "a\r\nb" | html.newline_to_br | string.escape }}</c> gives <c>a&lt;br /&gt;\nb</c></example>
    private static string NewlineToBr(RenderContext context, string text)
    {
        const string lineBreak = "<br />\n";
        var lines = text.ReplaceLineEndings("\n");
        if (lines.Length * (long)lineBreak.Length > context.Options.OutputLimit)
            context.GuardLength(context.CallSite, lines.Length + (lines.AsSpan().Count('\n') * (lineBreak.Length - 1L)));
        return lines.Replace("\n", lineBreak, StringComparison.Ordinal);
    }

    /// <summary>The text without tags and comments, and without scripts and styles and what is in them. No protection against hostile HTML.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "&lt;p title='a>b'&gt;A &lt;b&gt;kettle&lt;/b&gt;&lt;!-- new --&gt;&lt;/p&gt;" | html.strip }}</c> gives <c>A kettle</c></example>
    private static string Strip(RenderContext context, string text)
    {
        if (!text.Contains('<'))
            return text;
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = Regex.Replace(
                text, Markup, "", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, context.Options.RegexTimeout);
            context.CountRegexTime(context.CallSite, Stopwatch.GetElapsedTime(start));
            return result;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FunctionFailure($"Stripping the tags took longer than {context.Options.RegexTimeout}.");
        }
    }

    /// <summary>The text as a value in an address: all but letters, digits and <c>-_.~</c> becomes bytes in hexadecimal.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "tea &amp; milk/茶" | html.url_encode }}</c> gives <c>tea%20%26%20milk%2F%E8%8C%B6</c></example>
    private static string UrlEncode(RenderContext context, string text) =>
        TextGrowth.Convert(context, text, LongestUrlEscape, Uri.EscapeDataString);

    /// <summary>An address whose characters that no address may have become bytes in hexadecimal; its separators stay.</summary>
    /// <param name="text">The address.</param>
    /// <example><c>{{ "https://a.example/tea set?q=茶&amp;p=1" | html.url_escape }}</c> gives <c>https://a.example/tea%20set?q=%E8%8C%B6&amp;p=1</c></example>
    private static string UrlEscape(RenderContext context, string text) => TextGrowth.Convert(context, text, LongestUrlEscape, static part =>
    {
        var result = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            if (rune.IsAscii && UrlReserved.Contains((char)rune.Value))
                result.Append((char)rune.Value);
            else
                result.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return result.ToString();
    });
}
