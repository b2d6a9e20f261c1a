namespace DealBot.Core.Orders;

/// <summary>A person's click on a link, as a join sees it.</summary>
/// <param name="GroupId">The link's group.</param>
/// <param name="PostId">The link's post.</param>
/// <param name="Visitor">Who, by the day's name of the visitor.</param>
/// <param name="At">When.</param>
public sealed record JoinClick(string GroupId, string PostId, string Visitor, DateTimeOffset At);
