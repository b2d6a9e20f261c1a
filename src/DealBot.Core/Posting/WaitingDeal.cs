using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>A deal of a post that waits to be sent.</summary>
/// <param name="OwnerId">The owner whose post it is.</param>
/// <param name="Shown">What the post says of it.</param>
/// <param name="Known">The deal as last seen; null if it is not on record any more.</param>
public sealed record WaitingDeal(string OwnerId, ShownPrice Shown, Deal? Known);
