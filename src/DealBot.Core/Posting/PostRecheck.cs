using DealBot.Contracts;
using DealBot.Core.Selection;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>
/// Asks again for the deals of a post that has waited in the outbox, for its account was throttled say, before its first message is sent. One
/// that has just been prepared was asked for then.
/// </summary>
public sealed class PostRecheck(IWaitingDeals waiting, DealRecheck recheck, TimeProvider time, ILogger<PostRecheck> logger)
{
    /// <summary>A post that has waited for longer is asked for again. Set back clocks count as well.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private static readonly RecheckVerdict NotOnRecord = new RecheckVerdict.Falls(
        RejectReason.DealGone, SkipReason.DealGone(new Phrase("选品库里已经没有它", "it is no longer in the catalog")));

    /// <summary>Why the post must not be sent as it is; null if it may.</summary>
    public async Task<SkipReason?> AskAsync(LeasedPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.PlannedAt is not { } planned || (time.GetUtcNow() - planned).Duration() < Long)
        {
            return null;
        }

        var deals = await waiting.OfAsync(post.PostId, cancellationToken).ConfigureAwait(false);
        var verdicts = await Task.WhenAll(deals.Select(deal => AskAsync(deal, cancellationToken))).ConfigureAwait(false);
        var reason = verdicts.OfType<RecheckVerdict.Falls>().FirstOrDefault()?.Reason;
        if (reason is not null)
        {
            logger.PostFalls(post.PostId, reason.Text.En);
        }

        return reason;
    }

    private Task<RecheckVerdict> AskAsync(WaitingDeal deal, CancellationToken cancellationToken) => deal.Known is { } known
        ? recheck.AskAsync(deal.OwnerId, known, deal.Shown, cancellationToken)
        : Task.FromResult(NotOnRecord);
}
