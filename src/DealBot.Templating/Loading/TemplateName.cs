namespace DealBot.Templating.Loading;

/// <summary>Which names may become paths.</summary>
internal static class TemplateName
{
    private const int Longest = 512;

    /// <summary>
    /// Whether the name is a plain relative path: parts with single <c>/</c> between them, none of which is <c>.</c> or <c>..</c> or ends
    /// as Windows ignores, and no character that is a separator, a drive or a control somewhere.
    /// </summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= Longest
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c))
        && name.Split('/').All(part => part.Length > 0 && part[^1] is not ('.' or ' '));
}
