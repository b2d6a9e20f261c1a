using System.Text.RegularExpressions;

namespace DealBot.Adapters.Wire;

/// <summary>A name fit to be shown: a token, a secret or a webhook address that was put where a name belongs is hidden.</summary>
internal static partial class ShownName
{
    public static string Of(string name) =>
        name.Contains("://", StringComparison.Ordinal) || name.Contains('=', StringComparison.Ordinal) || LongToken().IsMatch(name) ? "***" : name;

    // Tokens and secrets have twenty characters and more, with digits among them, and names hardly ever.
    [GeneratedRegex(@"\A(?=[0-9A-Za-z_:-]{20,}\z)(?:[^0-9]*[0-9]){4}", RegexOptions.CultureInvariant)]
    private static partial Regex LongToken();
}
