using System.Collections.Frozen;

namespace DealBot.Core.Bot;

/// <summary>
/// Traditional and simplified letters. Titles of mainland shops are simplified, while members of groups in Hong Kong, Taiwan or overseas write traditional ones. Letter by
/// letter is enough to find something; for reading it would not be.
/// </summary>
internal static class ChineseLetters
{
    private const string Resource = "Bot/traditional.txt";

    private static readonly string[] Rows = [.. Read().Where(line => !line.StartsWith('#'))];
    private static readonly FrozenDictionary<char, char> Simplified = PairsOf(string.Join(' ', Rows)).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The first row has letters that simplified texts use too, as 乾 in 乾隆.</summary>
    private static readonly FrozenSet<char> Shared = PairsOf(Rows[0]).Select(pair => pair[0]).ToFrozenSet();

    /// <summary>The simplified letter that stands for a traditional one; any other as it is.</summary>
    public static char Simplify(char letter) => Simplified.GetValueOrDefault(letter, letter);

    /// <summary>The text in simplified letters if it is a traditional one, that is, has a letter which simplified texts lack; else as it is.</summary>
    public static string Simplify(string text) => text.Any(IsTraditional) ? string.Concat(text.Select(Simplify)) : text;

    private static bool IsTraditional(char letter) => Simplified.ContainsKey(letter) && !Shared.Contains(letter);

    private static IEnumerable<string> PairsOf(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Read()
    {
        using var reader = new StreamReader(typeof(ChineseLetters).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
