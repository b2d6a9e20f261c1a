namespace DealBot.Networks.Wire;

/// <summary>What can be told of a converted link whatever the network. The rest is in its parameters.</summary>
internal static class LinkTrust
{
    /// <summary>The code of the refusal, null if the link leads to one of the network's hosts over HTTPS and is not the item's plain page.</summary>
    /// <param name="link">As the network gave it.</param>
    /// <param name="materialUrl">The item's plain page.</param>
    /// <param name="hosts">Hosts that a converted link may lead to. Plain HTTP passes on loopback hosts only.</param>
    /// <param name="url">The link, if it can be read.</param>
    public static string? Check(string link, string materialUrl, IReadOnlyList<string> hosts, out Uri? url)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out url) || !IsTrusted(url, hosts))
        {
            return WireFaults.ForeignLink;
        }

        return WithoutScheme(link) == WithoutScheme(materialUrl) ? WireFaults.UnconvertedLink : null;
    }

    private static bool IsTrusted(Uri url, IReadOnlyList<string> hosts) =>
        hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)
        && url.UserInfo.Length == 0
        && (url.IsLoopback ? url.Scheme is "http" or "https" : url.Scheme == "https" && url.IsDefaultPort);

    private static string WithoutScheme(string link)
    {
        var start = link.IndexOf("//", StringComparison.Ordinal);
        return (start < 0 ? link : link[(start + 2)..]).TrimEnd('/');
    }
}
