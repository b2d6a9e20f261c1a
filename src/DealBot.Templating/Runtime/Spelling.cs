namespace DealBot.Templating.Runtime;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    private const int LongestName = 60;

    /// <summary>The question whether the most similar of the known names was meant; null when none is similar.</summary>
    public static string? Hint(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;
        var best = known.Distinct().Where(candidate => candidate != name && candidate.Length <= LongestName)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return best.Name is null ? null : $"Did you mean `{best.Name}`?";
    }

    /// <summary>How many letters must be put in, left out or changed to make one name of the other.</summary>
    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var changed = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
