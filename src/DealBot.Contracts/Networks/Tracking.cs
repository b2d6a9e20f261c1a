namespace DealBot.Contracts;

/// <summary>By what an order is traced back to a group. Which of the two a network can use depends on the owner's account.</summary>
/// <param name="SubId">
/// Free text given back with the order (JD subUnionId, Pinduoduo custom_parameters, Vipshop statParam, Suning subUser); at most
/// <see cref="NetworkLimits.SubIdLength"/> of A-Z a-z 0-9 _ -.
/// </param>
/// <param name="PositionId">A promotion position (推广位: JD positionId, Pinduoduo p_id, Taobao adzone_id or relation_id) that belongs to one group.</param>
public sealed record Tracking(string? SubId, string? PositionId);
