using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DealBot.Core.Rendering;

/// <summary>
/// Words that came from a network, as they may stand in a message. Platforms read mentions out of plain text, each in its own way, and a shop that
/// names its ware <c>&lt;at user_id="all"&gt;</c> must not call up everybody in the owner's groups. Letters that begin such a thing give way to
/// their wide twins, which look alike and mean nothing. What owners write in templates stays as it is: they may want to mention somebody.
/// </summary>
public static class FeedText
{
    /// <summary>How QQ's text protocol begins everything that is not text.</summary>
    private const string CqCode = "[CQ:";

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny("@<[]") < 0)
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            safe.Append(text[at] switch
            {
                '@' => '＠',
                '<' when char.IsAsciiLetter(next) || next is '@' or '/' or '!' => '＜',
                '[' when text.AsSpan(at).StartsWith(CqCode, StringComparison.OrdinalIgnoreCase) => '［',
                ']' when next == '(' => '］',
                var letter => letter,
            });
        }

        return safe.ToString();
    }
}
