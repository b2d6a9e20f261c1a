using System.Text.RegularExpressions;

namespace DealBot.Adapters.OneBot;

/// <summary>Messages as strings with codes in brackets, <c>[CQ:at,qq=1] hello</c>, the other form in which bridges may deliver them.</summary>
internal static partial class OneBotCqText
{
    public static IEnumerable<(string Type, IReadOnlyDictionary<string, string> Data)> Segments(string message)
    {
        var end = 0;
        foreach (Match code in Code().Matches(message))
        {
            if (code.Index > end)
                yield return OfText(message[end..code.Index]);

            yield return (code.Groups["type"].Value, Parts(code.Groups["parts"].Value));
            end = code.Index + code.Length;
        }

        if (end < message.Length)
            yield return OfText(message[end..]);
    }

    private static (string Type, IReadOnlyDictionary<string, string> Data) OfText(string text) =>
        ("text", new Dictionary<string, string> { ["text"] = Unescape(text) });

    private static Dictionary<string, string> Parts(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .DistinctBy(part => part[0])
        .ToDictionary(part => part[0], part => part.Length > 1 ? Unescape(part[1]) : "");

    // The ampersand last, else an escaped escape would be undone twice.
    private static string Unescape(string text) => text
        .Replace("&#91;", "[", StringComparison.Ordinal)
        .Replace("&#93;", "]", StringComparison.Ordinal)
        .Replace("&#44;", ",", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"\[CQ:(?<type>[A-Za-z0-9_-]+)(?<parts>,[^\[\]]*)?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
