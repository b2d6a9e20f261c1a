using System.Net;
using System.Text.RegularExpressions;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>html</c>.</summary>
internal static class HtmlFunctions
{
    private const string Markup = "<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>";

    /// <summary>Reserved characters that <c>url_escape</c> leaves alone and <c>url_encode</c> does not.</summary>
    private const string UrlReserved = ":/?#[]@!$&'()*+,;=";

    public static TemplateObject Build() => new FunctionTable("html")
        .Add("escape", (string text) => WebUtility.HtmlEncode(text))
        .Add("newline_to_br", (string text) => text
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "<br />\n", StringComparison.Ordinal))
        .Add("strip", (RenderContext context, string text) => Regex.Replace(
            text, Markup, "", RegexOptions.IgnoreCase | RegexOptions.Singleline, context.Options.RegexTimeout))
        .Add("url_encode", (string text) => Uri.EscapeDataString(text))
        .Add("url_escape", UrlEscape)
        .Object;

    private static string UrlEscape(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.IsAscii && UrlReserved.Contains((char)rune.Value) ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
