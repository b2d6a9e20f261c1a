using System.Collections.Frozen;
using System.Text;

namespace DealBot.Core.Selection;

/// <summary>A title as the set of its overlapping pairs of letters, punctuation and case ignored. Word breaks are not needed, which suits Chinese.</summary>
public sealed class TitleShingles
{
    /// <summary>Two titles at least this alike are the same thing to a reader: colour or size differ at most.</summary>
    public const double NearIdentical = 0.72;

    private readonly FrozenSet<int> _pairs;

    private TitleShingles(FrozenSet<int> pairs) => _pairs = pairs;

    public static TitleShingles Of(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var letter in title.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        var pairs = new HashSet<int>();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            pairs.Add((letters[i] << 16) | letters[i + 1]);
        }

        return new TitleShingles(pairs.ToFrozenSet());
    }

    /// <summary>Whether the Jaccard likeness of the two sets reaches <see cref="NearIdentical"/>.</summary>
    public bool IsNearlyThatOf(TitleShingles other)
    {
        var (small, large) = _pairs.Count <= other._pairs.Count ? (_pairs, other._pairs) : (other._pairs, _pairs);

        // Likeness is at most the ratio of the sizes, so most pairs of titles are told apart without looking inside.
        if (large.Count == 0 || small.Count < large.Count * NearIdentical)
        {
            return false;
        }

        var shared = 0;
        foreach (var pair in small)
        {
            shared += large.Contains(pair) ? 1 : 0;
        }

        return shared >= (small.Count + large.Count - shared) * NearIdentical;
    }
}
