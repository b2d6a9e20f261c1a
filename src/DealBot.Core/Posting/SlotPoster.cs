using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Links;
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
    /// <inheritdoc cref="LinkConversions.Recoveries" />
    public long Recoveries => links.Recoveries;

    /// <summary>Deals with one slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="kind">Why there is a post.</param>
    /// <param name="named">The deal that the owner wants; null to let selection choose.</param>
    /// <param name="mayDefer">Whether to leave the slot for another try when the network can't be reached, or the configuration was edited meanwhile.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SlotOutcome> PostAsync(Slot slot, PostKind kind, DealKey? named, bool mayDefer, CancellationToken cancellationToken)
    {
        if (kind == PostKind.Manual && await outbox.ExistsAsync(slot.PostId, cancellationToken).ConfigureAwait(false))
        {
            // Asked before the poster is drawn: it would take the place of the one that belongs to the post that is there.
            return new SlotOutcome.AlreadyThere();
        }

        var calendar = scope.Configuration.Calendar;
        var prepared = await PrepareAsync(slot, named, mayDefer, cancellationToken).ConfigureAwait(false);
        return prepared.Rendered switch
        {
            _ when mayDefer && scope.Configuration.Calendar != calendar => new SlotOutcome.Deferred(SkipReason.Edited),
            RenderedPost.Refused refused when mayDefer && prepared.Linked.IsPassing => new SlotOutcome.Deferred(refused.Reason) { HasAsked = prepared.Linked.Refusal is not null },
            RenderedPost.Ready ready => await PlanAsync(slot, kind, prepared.Linked, ready, cancellationToken).ConfigureAwait(false),
            RenderedPost.Refused refused => await SkipAsync(
                new SkippedPost(slot, kind, refused.Reason, prepared.Linked.Report) { HeldBack = prepared.Linked.HeldBack }, cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"not a known outcome: {prepared.Rendered}"),
        };
    }

    /// <summary>Select → link → render, without putting anything on record.</summary>
    public Task<PreparedPost> PrepareAsync(Slot slot, DealKey? named, CancellationToken cancellationToken) =>
        PrepareAsync(slot, named, mayWait: false, cancellationToken);

    private async Task<PreparedPost> PrepareAsync(Slot slot, DealKey? named, bool mayWait, CancellationToken cancellationToken)
    {
        var linked = await links.ConvertAsync(slot, leftOut => selection.SelectAsync(slot, named, leftOut, cancellationToken), mayWait, cancellationToken).ConfigureAwait(false);
        return linked.Deals.Count == 0
            ? new PreparedPost(linked, new RenderedPost.Refused(linked.Refusal ?? SkipReason.NoDeal))
            : new PreparedPost(linked, await RenderAsync(slot, linked, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts a slot on record as not posted.</summary>
    public Task<SlotOutcome> SkipAsync(Slot slot, PostKind kind, SkipReason reason, SelectionReport report, CancellationToken cancellationToken) =>
        SkipAsync(new SkippedPost(slot, kind, reason, report), cancellationToken);

    private async Task<SlotOutcome> SkipAsync(SkippedPost skipped, CancellationToken cancellationToken) =>
        await outbox.SkipAsync(skipped, cancellationToken).ConfigureAwait(false) ? new SlotOutcome.Skipped(skipped) : new SlotOutcome.AlreadyThere();

    /// <summary>The last gate: whatever a template or a feed has put into messages and poster, members go through the group's own links.</summary>
    private async Task<RenderedPost> RenderAsync(Slot slot, LinkedDeals linked, CancellationToken cancellationToken)
    {
        var deals = linked.Deals.Select(deal => new RenderedDeal(deal.Deal, scope.Links.For(deal.Code), selection.FactsOf(deal.Deal)) { Command = deal.Link.Command }).ToList();
        var limits = scope.LimitsFor(slot.Group.Adapter, slot.Group.Address);
        var rendered = await renderer.RenderAsync(slot, deals, limits, scope.Configuration.Current.Selection.AdLawWords, cancellationToken).ConfigureAwait(false);
        return rendered is RenderedPost.Ready ready && scope.Links.ForeignIn(ready, linked.Deals) is { } foreign
            ? new RenderedPost.Refused(SkipReason.ForeignLink(OutgoingLinks.HostOf(foreign)))
            : rendered;
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
            HeldBack = linked.HeldBack,
            Selection = linked.Report,
            AdLawFlags = ready.AdLawFlags,
        };
        return await outbox.PlanAsync(post, cancellationToken).ConfigureAwait(false) ? new SlotOutcome.Planned(post) : new SlotOutcome.AlreadyThere();
    }
}
