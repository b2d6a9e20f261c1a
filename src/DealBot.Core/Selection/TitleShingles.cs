using System.Text;

namespace DealBot.Core.Selection;

/// <summary>A title as the set of its overlapping pairs of letters, punctuation and case ignored. Word breaks are not needed, which suits Chinese.</summary>
public sealed class TitleShingles
{
    /// <summary>Two titles at least this alike are the same thing to a reader: colour or size differ at most.</summary>
    public const double NearIdentical = 0.72;

    private readonly int[] _pairs;

    private TitleShingles(int[] pairs) => _pairs = pairs;

    /// <summary>The pairs, ascending, each once.</summary>
    internal ReadOnlySpan<int> Pairs => _pairs;

    public static TitleShingles Of(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var letter in Normal(title))
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

        var ordered = pairs.ToArray();
        Array.Sort(ordered);
        return new TitleShingles(ordered);
    }

    /// <summary>Whether the Jaccard likeness of the two sets reaches <see cref="NearIdentical"/>.</summary>
    public bool IsNearlyThatOf(TitleShingles other)
    {
        // Likeness is at most the ratio of the sizes, so most pairs of titles are told apart without looking inside.
        var (small, large) = _pairs.Length <= other._pairs.Length ? (_pairs, other._pairs) : (other._pairs, _pairs);
        return large.Length > 0 && small.Length >= large.Length * NearIdentical && IsNear(Shared(small, large), small.Length, large.Length);
    }

    internal static bool IsNear(int shared, int count, int otherCount) => shared >= (count + otherCount - shared) * NearIdentical;

    private static string Normal(string title)
    {
        try
        {
            return title.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A title with what is no letter of any script, U+FFFE or half of an emoji. One such must not keep all others out of the catalog.
            return title;
        }
    }

    private static int Shared(int[] left, int[] right)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var order = left[i].CompareTo(right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
