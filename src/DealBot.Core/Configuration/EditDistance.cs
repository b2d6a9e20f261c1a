namespace DealBot.Core.Configuration;

/// <summary>Levenshtein distance, to guess what a misspelt name was meant to be.</summary>
public static class EditDistance
{
    public static int Between(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = previous[j - 1] + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }

    /// <summary>The candidate most like the name, or null if none is like it.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Between(name, candidate)))
        .Where(pair => pair.distance <= Math.Max(2, name.Length / 3))
        .OrderBy(pair => pair.distance)
        .Select(pair => pair.candidate)
        .FirstOrDefault();
}
