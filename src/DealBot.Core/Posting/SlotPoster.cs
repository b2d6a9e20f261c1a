using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>
/// Makes a slot into a post: select → link → render → plan. Sending and recording is the <see cref="Dispatcher"/>'s part, so that a crash
/// anywhere here leaves either nothing or a whole post. Whatever goes wrong skips the slot with a reason.
/// </summary>
public sealed class SlotPoster(
    SlotSelection selection,
    DealLinks links,
    PostRenderer renderer,
    IOutbox outbox,
    PostingScope scope)
{
    /// <summary>Deals with one slot of the schedule.</summary>
    public async Task<SlotOutcome> PostAsync(Slot slot, PostKind kind, CancellationToken cancellationToken)
    {
        if (await outbox.ExistsAsync(slot.PostId, cancellationToken).ConfigureAwait(false))
        {
            return new SlotOutcome.AlreadyThere();
        }

        var selected = await selection.SelectAsync(slot, cancellationToken).ConfigureAwait(false);
        var linked = await links.ConvertAsync(slot, selected, cancellationToken).ConfigureAwait(false);
        if (linked.Deals.Count == 0)
        {
            return await SkipAsync(slot, kind, linked.Refusal ?? SkipReason.NoDeal, linked.Report, cancellationToken).ConfigureAwait(false);
        }

        var rendered = await RenderAsync(slot, linked, cancellationToken).ConfigureAwait(false);
        return rendered switch
        {
            RenderedPost.Ready ready => await PlanAsync(slot, kind, linked, ready, cancellationToken).ConfigureAwait(false),
            RenderedPost.Refused refused => await SkipAsync(slot, kind, refused.Reason, linked.Report, cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"not a known outcome: {rendered}"),
        };
    }

    /// <summary>Puts a slot on record as not posted.</summary>
    public async Task<SlotOutcome> SkipAsync(Slot slot, PostKind kind, SkipReason reason, SelectionReport report, CancellationToken cancellationToken)
    {
        var skipped = new SkippedPost(slot, kind, reason, report);
        return await outbox.SkipAsync(skipped, cancellationToken).ConfigureAwait(false) ? new SlotOutcome.Skipped(skipped) : new SlotOutcome.AlreadyThere();
    }

    private Task<RenderedPost> RenderAsync(Slot slot, LinkedDeals linked, CancellationToken cancellationToken)
    {
        var deals = linked.Deals.Select(deal => (deal.Deal, scope.Links.For(deal.Code))).ToList();
        var limits = scope.Adapters[slot.Group.Adapter].Limits;
        return renderer.RenderAsync(slot, deals, limits, scope.Configuration.Current.Selection.AdLawWords, cancellationToken);
    }

    private async Task<SlotOutcome> PlanAsync(Slot slot, PostKind kind, LinkedDeals linked, RenderedPost.Ready ready, CancellationToken cancellationToken)
    {
        var post = new PlannedPost
        {
            PostId = slot.PostId,
            Kind = kind,
            GroupId = slot.Group.Id,
            OwnerId = slot.Group.Owner,
            Adapter = slot.Group.Adapter,
            Address = slot.Group.Address,
            DueAt = slot.At,
            ExpiresAt = slot.At.AddMinutes(scope.Options.FreshMinutes),
            Messages = ready.Messages,
            Deals = linked.Deals,
            Selection = linked.Report,
            AdLawFlags = ready.AdLawFlags,
        };
        return await outbox.PlanAsync(post, cancellationToken).ConfigureAwait(false) ? new SlotOutcome.Planned(post) : new SlotOutcome.AlreadyThere();
    }
}
