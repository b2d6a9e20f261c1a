namespace DealBot.Core.Orders;

/// <summary>How an order was traced back.</summary>
/// <param name="Method">By what.</param>
/// <param name="GroupId">The group; null if none was found.</param>
/// <param name="PostId">The post, if the order names its link.</param>
public sealed record Attribution(AttributionMethod Method, string? GroupId, string? PostId)
{
    public static readonly Attribution None = new(AttributionMethod.None, null, null);
}
