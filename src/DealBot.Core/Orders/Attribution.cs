namespace DealBot.Core.Orders;

/// <summary>How an order was traced back.</summary>
/// <param name="Method">By what.</param>
/// <param name="GroupId">The group; null if none was found.</param>
/// <param name="PostId">The post, if the order names its link or clicks on it led to the group.</param>
public sealed record Attribution(AttributionMethod Method, string? GroupId, string? PostId)
{
    /// <summary>How sure it is, in percent: 100 where the order itself or the owner names the group, 0 where nobody does.</summary>
    public int Confidence { get; init; } = GroupId is null ? 0 : 100;

    public static readonly Attribution None = new(AttributionMethod.None, null, null);
}
