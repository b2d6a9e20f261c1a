using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DealBot.Core.Tests.Posters;

/// <summary>
/// Drawings as they are known to be good, several in a file. Pictures and codes stand in it as hashes. Set DEALBOT_UPDATE_GOLDENS=1 to take
/// today's drawings for good, and look at the difference before committing it.
/// </summary>
internal static partial class Golden
{
    private const string Switch = "DEALBOT_UPDATE_GOLDENS";

    /// <param name="name">Name of the file.</param>
    /// <param name="drawings">The drawings by name.</param>
    /// <param name="whole">Names of those that are kept whole, the others as a hash of all they say; null for all.</param>
    public static void Compare(string name, IEnumerable<KeyValuePair<string, string>> drawings, IReadOnlyCollection<string>? whole = null)
    {
        var file = Repository.Path("tests", "DealBot.Core.Tests", "Posters", "Goldens", $"{name}.golden");
        var now = string.Concat(drawings.Select(pair => $"=== {pair.Key}\n{Kept(pair)}\n"));
        string Kept(KeyValuePair<string, string> drawing) =>
            whole?.Contains(drawing.Key) != false ? Compact(drawing.Value) : $"#{Hash(Compact(drawing.Value))}";

        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } and not "0")
        {
            File.WriteAllText(file, now);
            return;
        }

        Assert.That(file, Does.Exist, $"Set {Switch}=1 to write it.");
        var (before, after) = (File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n'), now.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var place = after.Take(line + 1).LastOrDefault(text => text.StartsWith("=== ", StringComparison.Ordinal));
        Assert.That(
            after.ElementAtOrDefault(line),
            Is.EqualTo(before.ElementAtOrDefault(line)),
            $"{name}.golden, line {line + 1}, {place}. If the new drawing is good, set {Switch}=1 and run the test again.");
    }

    private static string Compact(string svg) =>
        Blank().Replace(Fraction().Replace(Bulk().Replace(svg.ReplaceLineEndings("\n"), match => $"\"#{Hash(match.Value)}\""), Tenths), "\n").Trim();

    /// <summary>Places are measured with the fonts at hand; what differs by less than can be seen is no difference.</summary>
    private static string Tenths(Match number) => Math.Round(double.Parse(number.Value, CultureInfo.InvariantCulture), 1).ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    [GeneratedRegex("\"(data:[^\"]*|[^\"]{900,})\"")]
    private static partial Regex Bulk();

    [GeneratedRegex("(?<=[\"( ])-?[0-9]+\\.[0-9]{2,}")]
    private static partial Regex Fraction();

    [GeneratedRegex("\n\\s*\n*")]
    private static partial Regex Blank();
}
