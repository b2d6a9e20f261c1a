namespace DealBot.Core.Orders;

/// <summary>What a group wants of an account's positions, and by which rules.</summary>
public sealed record PositionWish
{
    public required string Network { get; init; }

    public required string Account { get; init; }

    public required string GroupId { get; init; }

    /// <summary>Positions that may be allotted, in the owner's order.</summary>
    public required IReadOnlyList<string> Positions { get; init; }

    /// <summary>Groups that may hold one; what others hold is given up.</summary>
    public required IReadOnlyCollection<string> Holders { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>A position may go to another group if it was given up by then.</summary>
    public required DateTimeOffset GivenUpBy { get; init; }
}
