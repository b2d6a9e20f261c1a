using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>Draws up statements from the books.</summary>
public sealed class StatementReader(ILedgerStore ledger, IPayoutStore payouts, ShareTerms terms, PromoterLevels levels, TimeProvider time)
{
    /// <summary>Orders may be booked between two reads; three times in a row they are not.</summary>
    private const int Attempts = 3;

    private static readonly LedgerStage[] Stages = [LedgerStage.Estimated, LedgerStage.Confirmed, LedgerStage.Settled, LedgerStage.PaidOut];

    /// <summary>Every promoter that there is or was, with the owner's id.</summary>
    public async Task<IReadOnlyList<(string OwnerId, Promoter Promoter)>> PromotersAsync(CancellationToken cancellationToken) =>
        (await terms.TimelineAsync(cancellationToken).ConfigureAwait(false)).Promoters();

    /// <summary>A promoter's month.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="promoter">The promoter.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StatementMismatchException">The books don't agree with themselves.</exception>
    public async Task<Statement> ReadAsync(string ownerId, Promoter promoter, LedgerMonth month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(promoter);
        var (lines, movements) = await BooksAsync(promoter.Id, month, cancellationToken).ConfigureAwait(false);
        var paid = (await payouts.ListAsync(promoter.Id, cancellationToken).ConfigureAwait(false))
            .Where(payout => lines.Any(line => line.Kind == LedgerKind.Payout && line.Reference == payout.Reference));
        var timeline = await terms.TimelineAsync(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var rules = timeline.At(ownerId, now < month.End ? now : month.End.AddMilliseconds(-1))?.Rules;
        var settled = StatementAccount.Of(LedgerStage.Settled, month, movements);
        return new Statement
        {
            OwnerId = ownerId,
            OwnerName = timeline.Configuration.Owners.FirstOrDefault(owner => owner.Id == ownerId)?.Name ?? ownerId,
            Promoter = promoter,
            Month = month,
            DrawnUpAt = now,
            Level = rules?.Find(promoter.Id) is { } known ? await levels.OfAsync(rules, known, month, cancellationToken).ConfigureAwait(false) : null,
            SalesBefore = await levels.SalesAsync(promoter.Id, month, cancellationToken).ConfigureAwait(false),
            Orders = StatementOrders.Of(promoter.Id, month, lines),
            Payouts = [.. paid],
            Estimated = StatementAccount.Of(LedgerStage.Estimated, month, movements),
            Confirmed = StatementAccount.Of(LedgerStage.Confirmed, month, movements),
            Settled = settled,
            Payable = PayableOf(settled, month, movements),
        };
    }

    private static Money PayableOf(StatementAccount settled, LedgerMonth month, IReadOnlyList<LedgerMovement> movements) => SettledBalance.Payable(
        settled.Closing,
        Sum(movements, LedgerStage.PaidOut, one => one > month),
        Sum(movements, LedgerStage.Settled, _ => true));

    private static Money Sum(IReadOnlyList<LedgerMovement> movements, LedgerStage stage, Func<LedgerMonth, bool> when) => movements
        .Where(movement => movement.Account.Stage == stage && when(movement.Month))
        .Aggregate(Money.Zero, (sum, movement) => sum + movement.Amount);

    /// <summary>Entries and roll-up of one moment.</summary>
    private async Task<(IReadOnlyList<LedgerLine> Lines, IReadOnlyList<LedgerMovement> Movements)> BooksAsync(
        string promoterId, LedgerMonth month, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var lines = await ledger.LinesAsync(LedgerParty.Promoter, promoterId, month, cancellationToken).ConfigureAwait(false);
            var movements = await ledger.MovementsAsync(null, LedgerParty.Promoter, promoterId, cancellationToken).ConfigureAwait(false);
            if (Stages.All(stage => lines.Where(line => line.Entry.Account.Stage == stage).Aggregate(Money.Zero, (sum, line) => sum + line.Entry.Amount)
                == Sum(movements, stage, one => one == month)))
            {
                return (lines, movements);
            }

            if (attempt == Attempts)
            {
                throw new StatementMismatchException(new Phrase(
                    $"推广者 {promoterId} {month} 的分录合计与账户余额对不上，没有出账单。执行 dealbot ledger verify 看差在哪里",
                    $"entries and balances of promoter {promoterId} in {month} don't agree, so there is no statement: run dealbot ledger verify to see where"));
            }
        }
    }
}
