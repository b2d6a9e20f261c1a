using System.Web;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// Proves that converted links are the owner's. A long link names the position and the custom parameters in its query, or in that of the page which it
/// opens the app at; a short one says nothing and counts only beside its long one.
/// </summary>
internal sealed class PddLinkProof(PddOptions options, PddCustomParameters parameters)
{
    /// <summary>Null if the long link carries position and sub id and shows no other item, else the code of the refusal.</summary>
    /// <param name="link">As Pinduoduo gave it.</param>
    /// <param name="goodsSign">The item that was asked for.</param>
    /// <param name="materialUrl">The item's plain page.</param>
    /// <param name="position">The position that was asked for.</param>
    /// <param name="subId">The sub id that was asked for; null for none.</param>
    public string? CheckLong(string link, string goodsSign, string materialUrl, string position, string? subId)
    {
        if (LinkTrust.Check(link, materialUrl, options.LinkHosts, out var url) is { } fault)
        {
            return fault;
        }

        var query = Query(url!.Query);
        var positions = query.Where(pair => pair.Name is "pid" or "p_id").Select(pair => pair.Value).ToArray();
        if (positions.Length == 0)
        {
            return WireFaults.UnprovenLink;
        }

        if (positions.Any(value => value != position))
        {
            return PddErrors.PidMismatch;
        }

        // A gateway that mixes up two answers is caught here even where the two deals go to one group.
        if (query.Any(pair => pair.Name == "goods_sign" && pair.Value != goodsSign))
        {
            return WireFaults.OtherItem;
        }

        // What nobody asked for is somebody else's; what was asked for must be there, or the order would be nobody's.
        var subIds = query.Where(pair => pair.Name is "customParameters" or "custom_parameters").Select(pair => parameters.Read(pair.Value)).ToArray();
        return subIds.Any(value => value != subId) || (subId is not null && subIds.Length == 0) ? WireFaults.TrackingMismatch : null;
    }

    /// <summary>Null if the short link leads to a host of Pinduoduo, else the code of the refusal.</summary>
    public string? CheckShort(string link, string materialUrl) => LinkTrust.Check(link, materialUrl, options.LinkHosts, out _);

    /// <summary>All parameters, those within <c>launch_url</c> among them.</summary>
    private static IEnumerable<(string Name, string Value)> Query(string text)
    {
        var query = HttpUtility.ParseQueryString(text);
        foreach (var name in query.AllKeys.OfType<string>())
        {
            foreach (var value in query.GetValues(name) ?? [])
            {
                yield return (name, value);
                var inner = name == "launch_url" ? value.IndexOf('?', StringComparison.Ordinal) : -1;
                foreach (var pair in inner < 0 ? [] : Query(value[inner..]))
                {
                    yield return pair;
                }
            }
        }
    }
}
