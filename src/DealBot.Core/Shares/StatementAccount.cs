using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>One of a promoter's accounts over a month.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Opening">What it held when the month began.</param>
/// <param name="Change">By how much it rose or fell.</param>
public sealed record StatementAccount(LedgerStage Stage, Money Opening, Money Change)
{
    /// <summary>What it held when the month ended.</summary>
    public Money Closing => Opening + Change;

    /// <summary>The account as the books' roll-up has it.</summary>
    public static StatementAccount Of(LedgerStage stage, LedgerMonth month, IReadOnlyList<LedgerMovement> movements)
    {
        Money Sum(Func<LedgerMonth, bool> when) => movements
            .Where(movement => movement.Account.Stage == stage && when(movement.Month))
            .Aggregate(Money.Zero, (sum, movement) => sum + movement.Amount);
        return new StatementAccount(stage, Sum(one => one < month), Sum(one => one == month));
    }
}
