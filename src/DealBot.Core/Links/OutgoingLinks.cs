using System.Text.RegularExpressions;

namespace DealBot.Core.Links;

/// <summary>Finds what a chat app would turn into a link. Pure.</summary>
public static partial class OutgoingLinks
{
    /// <summary>Marks that end a sentence, or markdown's emphasis, and that no link ends with.</summary>
    private const string Closing = ".,;:!?*_~'|`";

    /// <summary>
    /// The links of a text, in their order: with a scheme, of whatever app; without one where the address begins with <c>www.</c> or goes on
    /// after its host. A bare name such as JD.COM is none: brands write themselves so.
    /// </summary>
    public static IEnumerable<string> In(string text) => string.IsNullOrEmpty(text)
        ? []
        : Link().Matches(text).Select(match => match.Value.TrimEnd(Closing.ToCharArray())).Where(link => link.Length > 0);

    /// <summary>The first link of a text that is neither one of those named nor leads to an allowed host; null if there is none.</summary>
    public static string? Foreign(string? text, IReadOnlyCollection<string> own, IReadOnlyList<string> allowedHosts) =>
        text is null ? null : In(text).FirstOrDefault(link => !IsOwn(link, own, allowedHosts));

    /// <summary>Whether a link is one of those named or leads to an allowed host.</summary>
    public static bool IsOwn(string link, IReadOnlyCollection<string> own, IReadOnlyList<string> allowedHosts) =>
        own.Contains(link) || allowedHosts.Any(host => IsOf(HostOf(link), host));

    /// <summary>Where a link leads, without the rest of it, which may hold what is nobody's business.</summary>
    public static string HostOf(string link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var start = link.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var rest = link[start..];
        // A backslash ends it too: browsers read it as a slash.
        var authority = rest[..(rest.IndexOfAny(['/', '\\', '?', '#']) is var end and >= 0 ? end : rest.Length)];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        return host[..(host.IndexOf(':', StringComparison.Ordinal) is var port and >= 0 ? port : host.Length)];
    }

    private static bool IsOf(string host, string allowed) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase) || host.Equals(allowed[2..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """
        (?: [a-z][a-z0-9+.-]{1,20}:// [a-z0-9._~:/?\#@!$&'*+,;=%|-]*
          | (?<![a-z0-9@.-])
            (?: www\. [a-z0-9-]+ (?:\.[a-z0-9-]+)+
              | (?: (?:[a-z0-9-]+\.)+ (?: [a-z]{2,24} | xn--[a-z0-9-]{2,59} ) | [0-9]{1,3} (?:\.[0-9]{1,3}){3} ) (?= (?: :[0-9]{1,5} )? [/?][!-~] ) )
            [a-z0-9._~:/?\#@!$&'*+,;=%|-]* )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Link();
}
