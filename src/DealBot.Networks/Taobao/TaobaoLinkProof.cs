using System.Collections.Specialized;
using System.Text.RegularExpressions;
using System.Web;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>
/// Proves that a converted link is the owner's, as far as it can be read. Taobao hides position and item in its encrypted <c>e</c>; what it
/// shows besides must be what was asked for, and a link that shows neither is refused.
/// </summary>
internal sealed partial class TaobaoLinkProof(TaobaoOptions options)
{
    private const string Encrypted = "e";
    private static readonly string[] AdzoneParameters = ["adzone_id", "adzoneid", "adzone"];
    private static readonly string[] RelationParameters = ["relation_id", "relationid"];

    /// <summary>Null if the link may be posted, else the code of the refusal.</summary>
    public string? Check(string link, string materialUrl, TaobaoPlace place)
    {
        if (LinkTrust.Check(link, materialUrl, options.LinkHosts, out var url) is { } fault)
        {
            return fault;
        }

        var parameters = HttpUtility.ParseQueryString(url!.Query);
        var shown = Values(parameters).SelectMany(entry => Pid().Matches(entry.Value)).Select(match => TaobaoPid.Parse(match.Value)).ToArray();
        if (shown.Any(pid => pid.Member != place.Pid.Member))
        {
            return WireFaults.UnionMismatch;
        }

        var adzones = shown.Select(pid => pid.Adzone).Concat(Named(parameters, AdzoneParameters)).ToArray();
        var relations = Named(parameters, RelationParameters).ToArray();
        if (adzones.Any(adzone => adzone != place.Pid.Adzone) || relations.Any(relation => relation != place.RelationId))
        {
            return WireFaults.TrackingMismatch;
        }

        // An adzone alone does not say whose it is.
        return shown.Length > 0 || Named(parameters, [Encrypted]).Any() ? null : TaobaoErrors.UnprovenLink;
    }

    private static IEnumerable<string> Named(NameValueCollection parameters, string[] names) => Values(parameters)
        .Where(entry => names.Contains(entry.Name, StringComparer.OrdinalIgnoreCase) && entry.Value.Length > 0 && entry.Value != "0")
        .Select(entry => entry.Value);

    private static IEnumerable<(string? Name, string Value)> Values(NameValueCollection parameters) =>
        parameters.AllKeys.SelectMany(name => (parameters.GetValues(name) ?? []).Select(value => (name, value)));

    [GeneratedRegex("mm_[0-9]{1,19}_[0-9]{1,19}_[0-9]{1,19}", RegexOptions.CultureInvariant)]
    private static partial Regex Pid();
}
