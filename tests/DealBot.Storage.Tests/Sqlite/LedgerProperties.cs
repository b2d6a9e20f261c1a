using System.Collections;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>Whatever a network sends, however often and in whatever order: the books come out the same, and can be rebuilt.</summary>
public sealed class LedgerProperties
{
    private const ulong Seed = 20260618;

    private SqliteStage _stage = null!;

    [OneTimeSetUp]
    public void SetUp() => _stage = new SqliteStage();

    [OneTimeTearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public void Books_do_not_depend_on_how_orders_were_delivered_and_are_rebuilt_to_the_fen()
    {
        var cases = from history in LedgerHistories.All from deliveries in LedgerHistories.Delivered(history) select (history, deliveries);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Count()).WithEndSize(12).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(cases), it => Holds(it.history, it.deliveries)));
    }

    private void Holds(IReadOnlyList<AttributedOrder> history, IReadOnlyList<Delivery> deliveries)
    {
        foreach (var table in new[] { "orders", "order_snapshots", "order_rebookings", "ledger_transactions", "ledger_entries", "ledger_movements", "ledger_accounts", "ledger_terms", "order_watermarks", "metrics_hourly" })
        {
            _stage.Meddle($"DELETE FROM {table}");
        }

        foreach (var delivery in deliveries)
        {
            var earlier = Lines();
            if (delivery.CrashesFirst)
            {
                Require(Crashes(delivery), "the batch was to break off");
                Require(Lines().SequenceEqual(earlier), "a transaction that was lost left something in the books");
            }

            Save(delivery.Rows, delivery.SeenAt);
            Require(Lines().Take(earlier.Count).SequenceEqual(earlier), "what was posted has changed");
        }

        RequireBalances(history);
        RequireRebuilt(deliveries);
    }

    /// <summary>What the model says: of each order the version modified last holds, and is divided as it is.</summary>
    private void RequireBalances(IReadOnlyList<AttributedOrder> history)
    {
        var expected = history.GroupBy(row => row.Order.RowId).Select(versions => versions.MaxBy(row => row.Order.ModifiedAt)!)
            .Where(row => row.Counts && row.Commission != Money.Zero)
            .SelectMany(row => row.Terms.Divide(row.Commission)
                .Select(part => ($"{part.Party} {part.Id} {StageOf(row.Order.Status)}", part.Amount.Fen))
                .Append(($"Network jd/main {StageOf(row.Order.Status)}", -row.Commission.Fen)))
            .GroupBy(entry => entry.Item1, entry => entry.Item2)
            .Select(account => (account.Key, Sum: account.Sum())).Where(account => account.Sum != 0)
            .Select(account => $"{account.Key} {account.Sum}").Order(StringComparer.Ordinal).ToList();
        var movements = _stage.Ledger.MovementsAsync(null, null, null, default).GetAwaiter().GetResult();
        var found = movements.GroupBy(movement => movement.Account, movement => movement.Amount.Fen)
            .Select(account => (account.Key, Sum: account.Sum())).Where(account => account.Sum != 0)
            .Select(account => $"{account.Key.Party} {account.Key.Id} {account.Key.Stage} {account.Sum}").Order(StringComparer.Ordinal).ToList();
        Require(found.SequenceEqual(expected), $"balances are {string.Join("; ", found)}, should be {string.Join("; ", expected)}");
    }

    private void RequireRebuilt(IReadOnlyList<Delivery> deliveries)
    {
        LedgerMonth?[] months = [null, .. deliveries.Select(delivery => LedgerMonth.Of(delivery.SeenAt)).Distinct().Select(month => (LedgerMonth?)month)];
        foreach (var month in months)
        {
            var report = _stage.LedgerAudit.RunAsync(month, _ => { }, default).GetAwaiter().GetResult();
            Require(report.Found == 0, $"{month?.ToString() ?? "all"}: {string.Join("; ", report.Differences.Select(difference => $"{difference.Subject} {difference.Text.En}"))}");
        }
    }

    private bool Crashes(Delivery delivery)
    {
        try
        {
            Save(new BreaksOff(delivery.Rows), delivery.SeenAt);
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    private void Save(IReadOnlyList<AttributedOrder> rows, DateTimeOffset seenAt) =>
        _stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = "main", Orders = rows, SeenAt = seenAt }, default).GetAwaiter().GetResult();

    /// <summary>All that was ever posted, in the order of posting.</summary>
    private IReadOnlyList<string> Lines() => _stage.Query<string>(
        """
        SELECT x.transaction_id || ' ' || x.kind || ' ' || x.month || ' ' || x.row_id || ' ' || x.version || ' ' || e.account_id || ' '
            || e.estimated_fen || ' ' || e.confirmed_fen || ' ' || e.settled_fen || ' ' || e.paid_out_fen
        FROM ledger_transactions x JOIN ledger_entries e ON e.transaction_id = x.transaction_id ORDER BY x.transaction_id, e.account_id
        """);

    private static LedgerStage StageOf(OrderStatus status) => status switch
    {
        OrderStatus.Paid => LedgerStage.Estimated,
        OrderStatus.Confirmed => LedgerStage.Confirmed,
        _ => LedgerStage.Settled,
    };

    private static int Count() =>
        Environment.GetEnvironmentVariable("DEALBOT_FUZZ_CASES") is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : 60;

    /// <summary>An assertion would count each step of the search for a shorter case as a failure of its own.</summary>
    private static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    /// <summary>Rows of which the last is never reached.</summary>
    private sealed class BreaksOff(IReadOnlyList<AttributedOrder> rows) : IReadOnlyList<AttributedOrder>
    {
        public int Count => rows.Count;

        public AttributedOrder this[int index] => rows[index];

        public IEnumerator<AttributedOrder> GetEnumerator()
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            throw new PowerCutException();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class PowerCutException : Exception;
}
