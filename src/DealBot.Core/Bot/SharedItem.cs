using System.Text.RegularExpressions;

namespace DealBot.Core.Bot;

/// <summary>What a shared text says of an item: its link, and words to look for.</summary>
/// <param name="Link">The first link in it; null if there is none.</param>
/// <param name="Words">The title between quotation marks or brackets as apps write it, else what is left without links; may be empty.</param>
public sealed partial record SharedItem(string? Link, string Words)
{
    private const int MostWords = 60;

    /// <summary>Whether a command (口令) is among it.</summary>
    public bool HasCommand { get; private init; }

    /// <summary>Whether it leads to one certain item.</summary>
    public bool MeansOneItem => Link is not null || HasCommand;

    public static SharedItem Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var link = Address().Match(text) is { Success: true } found ? found.Value : null;
        var rest = Address().Replace(text, " ");

        // 【京东】 and the like say where it is from, not what it is.
        var quoted = Quoted().Matches(rest).Select(match => match.Groups["title"].Value.Trim()).Where(title => title.Length > 4).MaxBy(title => title.Length);
        var words = quoted ?? (link is null ? rest : Noise().Replace(rest, " "));
        words = Blank().Replace(words, " ").Trim();
        return new SharedItem(link, words.Length <= MostWords ? words : words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)])
        {
            HasCommand = Command().IsMatch(text),
        };
    }

    [GeneratedRegex(@"https?://[!-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"[「『《【“](?<title>[^」』》】”]{1,200})[」』》】”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>What apps make of a link that a chat would not open: letters and digits between signs of money or brackets.</summary>
    [GeneratedRegex(@"[￥¥$€₤£(（/][0-9A-Za-z]{8,16}[￥¥$€₤£)）/]", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    /// <summary>What apps put around a link, and the codes behind it.</summary>
    [GeneratedRegex(@"【[^】]{0,8}】|点击链接直接打开|复制.{0,12}打开.{0,6}|\b[A-Z]{2}[0-9]{3,6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
