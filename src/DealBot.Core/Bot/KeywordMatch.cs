using System.Text;
using DealBot.Contracts;

namespace DealBot.Core.Bot;

/// <summary>Whether a deal is what somebody is looking for. Chinese is not cut into words: letters that stand together count; case, punctuation and whether they are traditional or simplified do not.</summary>
internal sealed class KeywordMatch
{
    /// <summary>Where no deal has every word, one that has this part of the keyword's pairs of letters is close enough to be offered.</summary>
    private const double Close = 0.6;

    private readonly IReadOnlyList<string> _words;
    private readonly HashSet<string> _pairs;

    private KeywordMatch(IReadOnlyList<string> words) => (_words, _pairs) = (words, [.. words.SelectMany(PairsOf)]);

    /// <summary>Reads a keyword; null if it says nothing.</summary>
    public static KeywordMatch? Of(string keyword)
    {
        var words = keyword.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length > 0).Take(8).ToList();
        return words.Count == 0 ? null : new KeywordMatch(words);
    }

    /// <summary>Whether every word is in the deal's title, brand, shop or category.</summary>
    public bool IsWhole(Deal deal) => IsWhole(TextOf(deal));

    /// <summary>Whether every word is, or at least most of them.</summary>
    public bool IsNear(Deal deal) => TextOf(deal) is var text && (IsWhole(text) || IsClose(text));

    private bool IsWhole(string text) => _words.All(word => text.Contains(word, StringComparison.Ordinal));

    private bool IsClose(string text) => _pairs.Count > 0 && _pairs.Count(pair => text.Contains(pair, StringComparison.Ordinal)) >= _pairs.Count * Close;

    private static string TextOf(Deal deal) => Plain($"{deal.Title} {deal.Brand} {deal.ShopName} {deal.Category} {deal.Subcategory}");

    private static IEnumerable<string> PairsOf(string word) => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(at => word.Substring(at, 2));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Normal(text).Where(char.IsLetterOrDigit))
        {
            plain.Append(char.ToLowerInvariant(ChineseLetters.Simplify(letter)));
        }

        return plain.ToString();
    }

    private static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair, which nobody can look for.
            return "";
        }
    }
}
