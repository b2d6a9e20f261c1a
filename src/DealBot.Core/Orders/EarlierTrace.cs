using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>How an order row was traced by the rules before.</summary>
/// <param name="Attribution">The group, and by what.</param>
/// <param name="Tracking">What the row carried then.</param>
public sealed record EarlierTrace(Attribution Attribution, Tracking Tracking)
{
    /// <summary>Whether the post that it was traced to is still there, or none was named.</summary>
    public bool IsPostKept { get; init; } = true;

    /// <summary>When the oldest click was that is still there; null if there is none at all.</summary>
    public DateTimeOffset? ClicksKeptSince { get; init; }

    /// <summary>Whether it holds against what the rules say today. What the row itself carries has to be the same; clicks hold unless it names somebody.</summary>
    public bool Holds(Attribution now, Tracking tracking)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(tracking);
        return Attribution.GroupId is not null
            && now.Method >= Attribution.Method
            && SubIdOf(tracking) == (Attribution.Method == AttributionMethod.Join ? "" : SubIdOf(Tracking))
            && (Attribution.Method == AttributionMethod.Join || tracking.PositionId == Tracking.PositionId);
    }

    private static string SubIdOf(Tracking tracking) => tracking.SubId ?? "";
}
