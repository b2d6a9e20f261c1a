using System.Globalization;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>Converts links by the interface that the account may use, and lets only proven ones through.</summary>
internal sealed partial class JdLinks(JdAccount account, JdClient client, JdLinkProof proof, TimeProvider clock)
{
    // Both: the long link can be read for proof, the short one is what people are sent.
    private const int LongAndShort = 3;

    // JD's own codes, said before the call would be wasted.
    private const string BadSubUnionId = "2001208";
    private const string MissingSiteId = "1002024";
    private static readonly TimeSpan ShortLinkLife = TimeSpan.FromDays(60);

    /// <summary>How long a subUnionId JD takes from the account and gives back with orders; 0 if none.</summary>
    public int SubIdLength => account.MaySetSubUnionId || account.LinkApi == JdLinkApi.BySubUnionId ? 80 : 0;

    /// <inheritdoc cref="JdAccount.Positions" />
    public IReadOnlyList<string> Positions => account.Positions;

    /// <inheritdoc cref="JdAccount.PositionId" />
    public string? GeneralPosition => Blank(account.PositionId);

    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        var tracking = new Tracking(
            SubIdLength > 0 ? request.Tracking.SubId : null,
            request.Tracking.PositionId ?? GeneralPosition);
        if (Foresee(tracking) is { } refusal)
        {
            return refusal;
        }

        var call = Request(request.Deal, tracking);
        var reply = await client.CallAsync(call, cancellationToken);
        return reply.Code == WireReply.Ok
            ? Accept(reply.Result["data"], request.Deal.MaterialUrl, tracking)
            : JdErrors.All.Refuse(reply, call.Method);
    }

    private LinkResult.Refused? Foresee(Tracking tracking)
    {
        if (tracking.SubId is { } subUnionId && !SubUnionId().IsMatch(subUnionId))
        {
            return JdErrors.All.Refuse(BadSubUnionId);
        }

        if (tracking.PositionId is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return JdErrors.All.Refuse(WireFaults.BadPositionId);
        }

        return account.LinkApi == JdLinkApi.Common && string.IsNullOrWhiteSpace(account.SiteId) ? JdErrors.All.Refuse(MissingSiteId) : null;
    }

    private JdRequest Request(Deal deal, Tracking tracking)
    {
        var materialId = deal.MaterialUrl;
        var couponUrl = deal.Coupon?.Link;
        var subUnionId = tracking.SubId;
        long? positionId = tracking.PositionId is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : null;
        return account.LinkApi == JdLinkApi.BySubUnionId
            ? new JdRequest(
                JdMethods.ConvertBySubUnionId,
                new { promotionCodeReq = new { materialId, subUnionId, positionId, couponUrl, chainType = LongAndShort } })
            : new JdRequest(
                JdMethods.ConvertCommon,
                new { promotionCodeReq = new { materialId, siteId = account.SiteId, positionId, subUnionId, couponUrl } });
    }

    private LinkResult Accept(WireNode data, string materialUrl, Tracking tracking)
    {
        var shortLink = data["shortURL"].Text;
        var links = new[] { shortLink, data["clickURL"].Text }.OfType<string>().ToArray();
        if (links.Length == 0)
        {
            return JdErrors.All.Refuse(WireFaults.NoLink);
        }

        // Either link out of order makes the whole answer doubtful.
        foreach (var link in links)
        {
            if (proof.Check(link, materialUrl, tracking.SubId) is { } fault)
            {
                return JdErrors.All.RefuseLink(fault, link);
            }
        }

        DateTimeOffset? expiresAt = shortLink is null ? null : clock.GetUtcNow() + ShortLinkLife;
        return new LinkResult.Converted(new TrackingLink(new Uri(links[0]), tracking, expiresAt));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex SubUnionId();
}
