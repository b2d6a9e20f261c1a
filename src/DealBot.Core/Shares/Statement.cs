using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>A promoter's month (月对账单): what their orders brought, what was settled, paid and is left. Every sum is that of the books.</summary>
public sealed record Statement
{
    public required string OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public required Promoter Promoter { get; init; }

    public required LedgerMonth Month { get; init; }

    /// <summary>When it was drawn up; before the month is over it is provisional.</summary>
    public required DateTimeOffset DrawnUpAt { get; init; }

    /// <summary>The promoter's level in the month; null for one whom the rules did not know then.</summary>
    public ShareLevel? Level { get; init; }

    /// <summary>Confirmed sales of the promoter's own groups when the month began, which decide the level.</summary>
    public Money SalesBefore { get; init; }

    /// <summary>Every order row that moved the promoter's accounts in the month, by section and time of order.</summary>
    public required IReadOnlyList<StatementOrder> Orders { get; init; }

    /// <summary>What was paid out in the month, for whichever month.</summary>
    public required IReadOnlyList<Payout> Payouts { get; init; }

    public required StatementAccount Estimated { get; init; }

    public required StatementAccount Confirmed { get; init; }

    /// <summary>The account that payouts are made from: its opening and closing are the balance of the statement.</summary>
    public required StatementAccount Settled { get; init; }

    /// <summary>What was payable when the month ended, payouts after it not yet taken off.</summary>
    public Money PayableAtEnd => Money.Max(Money.Zero, Settled.Closing);

    /// <summary>What is payable for the month now.</summary>
    public required Money Payable { get; init; }

    /// <summary>Whether the month was over when it was drawn up.</summary>
    public bool IsFinal => DrawnUpAt >= Month.End;

    /// <summary>What was paid out in the month.</summary>
    public Money PaidOut => Payouts.Aggregate(Money.Zero, (sum, payout) => sum + payout.Amount);

    /// <summary>What orders added to the settled account, or took off it.</summary>
    public Money SettledByOrders => Settled.Change + PaidOut;

    /// <summary>The rows of a section.</summary>
    public IReadOnlyList<StatementOrder> In(StatementSection section) => [.. Orders.Where(order => order.Section == section)];
}
