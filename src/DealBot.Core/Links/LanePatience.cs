namespace DealBot.Core.Links;

/// <summary>How long an answer of a network may take.</summary>
/// <param name="Limit">The longest; none if zero.</param>
/// <param name="Clock">The clock that tells.</param>
public sealed record LanePatience(TimeSpan Limit, TimeProvider Clock)
{
    public bool IsLimited => Limit > TimeSpan.Zero;
}
