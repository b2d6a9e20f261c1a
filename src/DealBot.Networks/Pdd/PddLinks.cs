using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>Converts links and lets only proven ones through.</summary>
internal sealed class PddLinks(PddAccount account, PddCustomParameters parameters, PddClient client, PddLinkProof proof)
{
    /// <summary>A link and the short form of it that came with it. The first pair opens a page, the second the app.</summary>
    private static readonly (string Long, string Short)[] Pairs = [("url", "short_url"), ("mobile_url", "mobile_short_url")];

    /// <inheritdoc cref="PddCustomParameters.SubIdLength" />
    public int SubIdLength => parameters.SubIdLength;

    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        var tracking = new Tracking(
            account.MaySetCustomParameters ? request.Tracking.SubId : null,
            string.IsNullOrWhiteSpace(request.Tracking.PositionId) ? account.Pid : request.Tracking.PositionId);
        if (Foresee(tracking) is { } refusal)
        {
            return refusal;
        }

        // A short link alone proves nothing; the long form of it has to be asked for then, and is what people are sent.
        var result = await AskAsync(request.Deal, tracking, wantsShort: true, cancellationToken);
        return result is LinkResult.Refused { Code: WireFaults.UnprovenLink }
            ? await AskAsync(request.Deal, tracking, wantsShort: false, cancellationToken)
            : result;
    }

    private async Task<LinkResult> AskAsync(Deal deal, Tracking tracking, bool wantsShort, CancellationToken cancellationToken)
    {
        var call = Request(deal, tracking, wantsShort);
        var reply = await client.CallAsync(call, cancellationToken);
        return reply.Code == WireReply.Ok
            ? Accept(reply.Result["goods_promotion_url_list"].Items.FirstOrDefault(), deal, tracking)
            : PddErrors.All.Refuse(reply, call.Method);
    }

    /// <summary>What Pinduoduo would mangle, or would take for somebody else.</summary>
    private LinkResult.Refused? Foresee(Tracking tracking)
    {
        if (tracking.SubId is { } subId && !parameters.CanCarry(subId))
        {
            return PddErrors.All.Refuse(WireFaults.BadSubId);
        }

        return PddPosition.AreOfOneMember(tracking.PositionId!, account.Pid) ? null : PddErrors.All.Refuse(WireFaults.BadPositionId);
    }

    private PddRequest Request(Deal deal, Tracking tracking, bool wantsShort) => new(
        PddMethods.Convert,
        ("p_id", tracking.PositionId),
        ("goods_sign_list", new[] { deal.Key.ItemId }),
        ("search_id", PddMaterial.SearchId(deal.MaterialUrl)),
        ("custom_parameters", parameters.Write(tracking.SubId)),
        ("generate_short_url", wantsShort),
        ("multi_group", false));

    private LinkResult Accept(WireNode links, Deal deal, Tracking tracking)
    {
        (string? Long, string? Short)[] pairs = [.. Pairs.Select(pair => (links[pair.Long].Text, links[pair.Short].Text))];

        // Any link out of order makes the whole answer doubtful.
        foreach (var (longLink, shortLink) in pairs)
        {
            if (longLink is not null && proof.CheckLong(longLink, deal.Key.ItemId, deal.MaterialUrl, tracking.PositionId!, tracking.SubId) is { } fault)
            {
                return PddErrors.All.RefuseLink(fault, longLink);
            }

            if (shortLink is not null && proof.CheckShort(shortLink, deal.MaterialUrl) is { } foreign)
            {
                return PddErrors.All.RefuseLink(foreign, shortLink);
            }
        }

        if (pairs.FirstOrDefault(pair => pair.Long is not null) is { Long: { } proven } first)
        {
            return new LinkResult.Converted(new TrackingLink(new Uri(first.Short ?? proven), tracking, ExpiresAt: null));
        }

        return PddErrors.All.Refuse(pairs.Any(pair => pair.Short is not null) ? WireFaults.UnprovenLink : WireFaults.NoLink);
    }
}
