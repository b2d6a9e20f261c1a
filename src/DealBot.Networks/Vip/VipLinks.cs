using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>Converts links, and lets only proven ones through.</summary>
internal sealed partial class VipLinks(VipAccount account, VipClient client, VipLinkProof proof)
{
    public const int LongestStatParam = 256;

    public async Task<LinkResult> ConvertAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        var (chanTag, statParam) = (request.Tracking.PositionId ?? account.ChanTag, account.UseStatParam ? request.Tracking.SubId : null);
        if (Foresee(chanTag, statParam) is { } refusal)
        {
            return refusal;
        }

        var call = Request(request.Deal, chanTag, statParam);
        var reply = await client.CallAsync(call, cancellationToken);
        return reply.Code == WireReply.Ok
            ? Accept(VipEnvelope.ResultOf(reply)["urlInfoList"].Items, request, new Tracking(statParam, chanTag))
            : VipErrors.All.Refuse(reply, call.Method.Name);
    }

    private static LinkResult.Refused? Foresee(string chanTag, string? statParam)
    {
        if (statParam is not null && !StatParam().IsMatch(statParam))
        {
            return VipErrors.All.Refuse(WireFaults.BadSubId);
        }

        return ChanTag().IsMatch(chanTag) ? null : VipErrors.All.Refuse(WireFaults.BadPositionId);
    }

    private VipRequest Request(Deal deal, string chanTag, string? statParam) => new(VipMethod.Convert, new
    {
        goodsIdList = new[] { deal.Key.ItemId },
        chanTag,
        requestId = VipCall.NewId(),
        statParam,
        urlGenByGoodsIdRequest = new { openId = account.OpenId, realCall = false, adCode = VipMaterial.AdCodeOf(deal.MaterialUrl) },
    });

    private LinkResult Accept(IEnumerable<WireNode> links, LinkRequest request, Tracking tracking)
    {
        var given = links.ToArray();
        if (given.Length == 0)
        {
            return VipErrors.All.Refuse(WireFaults.NoLink);
        }

        // Vipshop says for which item each link is; where it does not, there must be no choice.
        var link = Array.Find(given, one => one["source"].Text == request.Deal.Key.ItemId);
        if (!link.Exists && (given.Length > 1 || given[0]["source"].Id is not null))
        {
            return VipErrors.All.Refuse(WireFaults.OtherItem);
        }

        return Prove(link.Exists ? link : given[0], request, tracking);
    }

    private LinkResult Prove(WireNode link, LinkRequest request, Tracking tracking)
    {
        var (longLink, shortLink) = (link["longUrl"].Text, link["url"].Text);
        if (longLink is null)
        {
            return VipErrors.All.Refuse(shortLink is null ? WireFaults.NoLink : WireFaults.UnprovenLink);
        }

        var page = VipMaterial.PageOf(request.Deal.MaterialUrl);
        var fault = proof.Check(longLink, page, tracking.PositionId!, tracking.SubId) ?? (shortLink is null ? null : proof.CheckShort(shortLink, page));
        return fault is { } found
            ? VipErrors.All.Refuse(found.Code, found.Shown)
            : new LinkResult.Converted(new TrackingLink(new Uri(shortLink ?? longLink), tracking, ExpiresAt: null)
            {
                Command = request.WantsCommand ? link["onlyCommand"].Text : null,
            });
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex StatParam();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex ChanTag();
}
