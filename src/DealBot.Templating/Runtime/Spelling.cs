using DealBot.Templating.Functions;

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
            .Select(candidate => (Name: candidate, Distance: EditDistance.IsClose(name, candidate)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return best.Name is null ? null : $"Did you mean `{best.Name}`?";
    }
}
