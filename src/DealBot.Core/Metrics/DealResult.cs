using DealBot.Contracts;

namespace DealBot.Core.Metrics;

/// <summary>What came of posting one deal.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Posts">How often it was posted.</param>
/// <param name="Clicks">Clicks by people.</param>
/// <param name="Orders">Order rows through its links.</param>
/// <param name="Commission">What they earn.</param>
public sealed record DealResult(DealKey Deal, string Title, long Posts, long Clicks, long Orders, Money Commission)
{
    /// <summary>In how many of the posts it went as a text to copy (口令) in place of a link. Nobody knows how many opened those.</summary>
    public long AsCommand { get; init; }
}
