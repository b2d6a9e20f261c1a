using DealBot.Core.Links;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>A slot that is not posted, on record.</summary>
public sealed record SkippedPost(Slot Slot, PostKind Kind, SkipReason Reason, SelectionReport Selection)
{
    /// <summary>Deals that would have been posted had they had a proven link.</summary>
    public IReadOnlyList<HeldBackDeal> HeldBack { get; init; } = [];
}
