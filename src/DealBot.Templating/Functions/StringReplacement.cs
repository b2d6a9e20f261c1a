using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Replacing parts of a text.</summary>
internal static class StringReplacement
{
    public static string All(RenderContext context, string text, string match, string replace)
    {
        if (match.Length == 0)
            return text;
        if (replace.Length > match.Length)
            context.GuardLength(context.CallSite, LengthAfter(text, match, replace));
        return text.Replace(match, replace, StringComparison.Ordinal);
    }

    public static string One(string text, string match, string replace, bool fromEnd)
    {
        if (match.Length == 0)
            return text;
        var index = fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), replace, text.AsSpan(index + match.Length));
    }

    private static long LengthAfter(string text, string match, string replace)
    {
        var count = 0L;
        for (var i = text.IndexOf(match, StringComparison.Ordinal); i >= 0; i = text.IndexOf(match, i + match.Length, StringComparison.Ordinal))
            count++;
        return text.Length + (count * (replace.Length - match.Length));
    }
}
