using System.Globalization;
using System.Text;

namespace DealBot.Templating.Syntax;

/// <summary>Names and strings as code writes them.</summary>
internal static class CodeText
{
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => c == '_' || char.IsLetterOrDigit(c));

    /// <summary>The name of a named argument; one that is no identifier was written with <c>$</c>.</summary>
    public static string ArgumentName(string name) => IsName(name) ? name : "$" + name;

    public static string MemberName(string name) => IsName(name) ? name : "\"" + Escape(name, "\"\\") + "\"";

    /// <summary>The text between the quotes and holes of an interpolated string.</summary>
    public static string Interpolated(string text) => Escape(text, "\"\\{");

    private static string Escape(string text, string special)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (special.Contains(c, StringComparison.Ordinal))
                result.Append('\\').Append(c);
            else if (char.IsControl(c))
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                result.Append(c);
        return result.ToString();
    }
}
