using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Links;

/// <summary>A deal that would have been posted, and was not because there was no proven link for it.</summary>
/// <param name="Group">The group that would have seen it.</param>
/// <param name="Deal">The deal.</param>
/// <param name="Account">The account that could not convert it; empty if the owner has none.</param>
/// <param name="Code">The network's code, or DealBot's.</param>
/// <param name="Reason">Why there was no link.</param>
/// <param name="At">When it would have been posted.</param>
public sealed record HeldBackDeal(Group Group, Deal Deal, string Account, string Code, Phrase Reason, DateTimeOffset At)
{
    /// <summary>What one sale through it would have earned, and would have gone to nobody or to somebody else through a link without the owner's ids.</summary>
    public Money Commission => Deal.EstimatedCommission;
}
