using System.Collections.Specialized;
using System.Web;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>
/// Proves that converted links are the owner's, as far as they can be read. What is not proven is refused: a post with somebody else's
/// link would earn for them.
/// </summary>
internal sealed class JdLinkProof(JdOptions options, JdAccount account)
{
    private static readonly string[] UnionParameters = ["unionId", "u"];

    /// <summary>Null if the link may be posted, else the code of the refusal.</summary>
    public string? Check(string link, string materialUrl, string? subUnionId)
    {
        if (LinkTrust.Check(link, materialUrl, options.LinkHosts, out var url) is { } fault)
        {
            return fault;
        }

        var parameters = HttpUtility.ParseQueryString(url!.Query);
        // A value that nobody asked for is somebody else's.
        if (Contradicts(parameters, "e", subUnionId ?? ""))
        {
            return WireFaults.TrackingMismatch;
        }

        return UnionParameters.Any(name => Contradicts(parameters, name, account.UnionId)) ? WireFaults.UnionMismatch : null;
    }

    // JD leaves the tracking value out or empty where it hides it in the encrypted part; then there is nothing to contradict.
    private static bool Contradicts(NameValueCollection parameters, string name, string expected) =>
        parameters.GetValues(name)?.Any(value => value.Length > 0 && value != expected) ?? false;
}
