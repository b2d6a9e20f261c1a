namespace DealBot.Core.Rendering.Images;

/// <summary>Which addresses pictures may come from.</summary>
public sealed class PictureHosts(ImageOptions options)
{
    /// <summary>Why an address is refused, as one clause in English; null if it may be fetched.</summary>
    public string? Refuse(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))
            return "not an http or https address";
        if (url.UserInfo.Length > 0)
            return "a user name in the address";
        if (!Matches(options.Hosts, url.Host))
            return $"host {url.Host} is not among DealBot.Images.Hosts";

        return url.IsDefaultPort || MayBePrivate(url.Host) ? null : $"port {url.Port}";
    }

    /// <summary>Whether the host may resolve to an address outside the public internet.</summary>
    public bool MayBePrivate(string host) => Matches(options.PrivateHosts, host);

    private static bool Matches(IReadOnlyList<string> patterns, string host) => patterns.Any(pattern => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase));
}
