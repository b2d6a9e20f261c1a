using System.Text.RegularExpressions;

namespace DealBot.Adapters.Wire;

/// <summary>A name fit to be shown: a token or a webhook address that was put where a name belongs is hidden.</summary>
internal static partial class ShownName
{
    public static string Of(string name) =>
        name.Contains("://", StringComparison.Ordinal) || name.Contains('=', StringComparison.Ordinal) || LongToken().IsMatch(name) ? "***" : name;

    // Robots' tokens are 32 characters and more, names hardly ever.
    [GeneratedRegex(@"\A[0-9A-Za-z_-]{32,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongToken();
}
