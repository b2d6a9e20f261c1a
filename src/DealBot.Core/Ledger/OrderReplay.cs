using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>Goes through the history of one order row again, by what was put down then and by nothing that could have changed since.</summary>
public sealed class OrderReplay
{
    private DateTimeOffset _modifiedAt = DateTimeOffset.MinValue;

    /// <summary>What the books should hold after the steps so far; null before the first that could be read.</summary>
    public OrderHolding? Holding { get; private set; }

    /// <summary>The sales that the order counts for after the steps so far; null where that was not put down.</summary>
    public Money? Sales { get; private set; }

    /// <summary>Takes the next step.</summary>
    /// <returns>What it posts; null if nothing.</returns>
    public ReplayedTransaction? Take(OrderStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var isLate = step.Cause is null && step.ModifiedAt < _modifiedAt;
        if (step.Holding is null || isLate)
        {
            return null;
        }

        var before = Holding;
        (Holding, Sales, _modifiedAt) = (step.Holding, step.Sales, step.ModifiedAt);
        var entries = step.Holding.Since(before);
        return entries.Count == 0 ? null : new ReplayedTransaction(step.Cause ?? step.Holding.KindSince(before), step, entries);
    }
}
