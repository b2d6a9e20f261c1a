namespace DealBot.Core.Orders;

/// <summary>Keeps which group holds which position, and held it before.</summary>
public interface IPositionStore
{
    /// <summary>Every allotment there is or was, oldest first.</summary>
    Task<IReadOnlyList<PositionAllotment>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Gives the group a position, in one transaction however many ask at once: the one it holds; else the one it gave up last, if nobody has it yet;
    /// else one that never was allotted; else the one given up longest ago. What groups hold that may not, or that is none of the positions any more, is
    /// given up first.
    /// </summary>
    /// <returns>Null if none is free.</returns>
    Task<string?> AllotAsync(PositionWish wish, CancellationToken cancellationToken);
}
