using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DealBot.Adapters.Wechaty.Protocol;

namespace DealBot.Adapters.Wechaty;

/// <summary>What members write, as the bot reads it.</summary>
internal static partial class WechatyChatText
{
    private const int LongestEventId = 120;

    /// <summary>The text without names that are called in it: WeChat ends each with a space of its own (U+2005), other puppets with a plain one.</summary>
    public static string WithoutMentions(string text)
    {
        var rest = Called().Replace(text, "");
        return (rest.Length < text.Length ? rest : CalledFirst().Replace(text, "")).Trim();
    }

    /// <summary>A shared link as text: its title and where it leads.</summary>
    public static string Of(UrlLink link) => $"{link.Title}\n{link.Url}".Trim();

    /// <summary>An id fit to be kept: the service's own if it is short enough.</summary>
    public static string EventId(string id) => id.Length is > 0 and <= LongestEventId ? id : Hash(id);

    /// <summary>An id made of what an event says, for those that have none: the same when it comes again.</summary>
    public static string Hash(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));

    [GeneratedRegex("@[^@\u2005]{1,64}\u2005", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(@"\A\s*@\S{1,64}(\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex CalledFirst();
}
