using System.Data;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Goes through order rows again and compares what they should have posted with what they have.</summary>
internal sealed class OrderAudit : IDisposable
{
    private readonly LedgerMonth? _month;
    private readonly LedgerKeys _keys;
    private readonly AuditEntries _entries;
    private readonly RowCommand _source;

    public OrderAudit(IDbConnection connection, IDbTransaction transaction, LedgerMonth? month, AuditEntries entries, AuditFindings findings)
    {
        _month = month;
        _entries = entries;
        Findings = findings;
        _keys = new LedgerKeys(connection, transaction);
        _source = new RowCommand(
            connection,
            transaction,
            "SELECT COUNT(*) FROM order_snapshots WHERE network = @p0 AND row_id = @p1 AND version = @p2");
    }

    public AuditFindings Findings { get; }

    /// <summary>Checks one order row.</summary>
    public void Check((string Network, string RowId) key, List<AuditRows.StepRow> steps, List<AuditRows.PostedRow> posted, AuditRows.OrderRow? booked)
    {
        Findings.Orders++;
        var replay = new OrderReplay();
        var expected = new List<ReplayedTransaction>(steps.Count);
        CheckVersions(key, steps);
        foreach (var step in steps)
        {
            CheckSource(step);
            if (replay.Take(step.ToStep(_keys)) is { } transaction)
            {
                expected.Add(transaction);
            }
        }

        CheckPosted(key, expected, posted);
        if (_month is null)
        {
            CheckBooked(key, replay, booked);
        }
    }

    public void Dispose()
    {
        _keys.Dispose();
        _source.Dispose();
    }

    /// <summary>Versions count up from one and are never deleted; one that posted nothing is missed by nobody else.</summary>
    private void CheckVersions((string Network, string RowId) key, List<AuditRows.StepRow> steps)
    {
        foreach (var (index, step) in steps.Where(step => step.Cause is null).Index())
        {
            if (step.Version != index + 1)
            {
                Findings.Add($"{key.Network} {key.RowId} #{index + 1}", $"第 {index + 1} 版原文不见了", $"snapshot {index + 1} is missing");
                return;
            }
        }
    }

    private void CheckSource(AuditRows.StepRow step)
    {
        var subject = $"{step.Network} {step.RowId} #{step.Version}.{step.Step}";
        if (step.Cause is null)
        {
            if (step.ContentHash.Length > 0 && OrderSnapshots.HashOf(step.Body) != step.ContentHash)
            {
                Findings.Add(subject, "留存的原文和当时的校验值不符", "the snapshot kept is not what came: its hash differs");
            }
        }
        else if (step.SourceVersion > 0 && _source.With(step.Network, step.SourceRowId, step.SourceVersion).Number() == 0)
        {
            Findings.Add(subject, $"所依据的原文 {step.SourceRowId} #{step.SourceVersion} 不见了", $"the snapshot it comes from, {step.SourceRowId} #{step.SourceVersion}, is missing");
        }
    }

    private void CheckPosted((string Network, string RowId) key, List<ReplayedTransaction> expected, List<AuditRows.PostedRow> posted)
    {
        foreach (var should in expected.Where(should => IsAsked(should.Month.Number)))
        {
            var found = posted.Find(row => row.Version == should.Step.Version && row.Step == should.Step.Step);
            if (found is null)
            {
                Findings.Compare($"{key.Network} {key.RowId} #{should.Step.Version}.{should.Step.Step}", should.Entries, []);
                continue;
            }

            posted.Remove(found);
            Compare(should, found);
        }

        foreach (var extra in posted.Where(extra => IsAsked(extra.Month)))
        {
            Findings.Add(extra.Subject, $"第 {extra.TransactionId} 笔账没有依据：订单原文里没有这一版，或者这一版不该记账", $"transaction {extra.TransactionId} comes from nothing: no such version was kept, or it posts nothing");
        }
    }

    private void Compare(ReplayedTransaction should, AuditRows.PostedRow found)
    {
        Findings.Transactions++;
        var entries = _entries.Of(should.Entries, found.Month, found.TransactionId);
        Findings.Compare(found.Subject, should.Entries, entries);
        var sum = entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
        if (sum != Money.Zero)
        {
            Findings.Add(found.Subject, $"第 {found.TransactionId} 笔账各项合计是 {sum} 元，应为 0", $"the entries of transaction {found.TransactionId} sum to {sum} yuan, should be 0");
        }

        if (found.Month != should.Month.Number || found.BookedAt != should.Step.BookedAt.ToUnixTimeMilliseconds() || found.Kind != Names.Of(should.Kind))
        {
            Findings.Add(
                found.Subject,
                $"第 {found.TransactionId} 笔账记在 {LedgerMonth.OfNumber(found.Month)}（{found.Kind}），应记在 {should.Month}（{Names.Of(should.Kind)}）",
                $"transaction {found.TransactionId} is booked in {LedgerMonth.OfNumber(found.Month)} ({found.Kind}), should be in {should.Month} ({Names.Of(should.Kind)})");
        }

        var holding = should.Step.Holding!;
        if (found.CommissionFen != holding.Commission.Fen || LedgerNames.Stage(found.Stage) != holding.Stage || _keys.Terms(found.TermsId) != holding.Terms)
        {
            Findings.Add(found.Subject, $"第 {found.TransactionId} 笔账注明的佣金、阶段或分成条件和原文不符", $"transaction {found.TransactionId} names another commission, another stage or other terms than its snapshot");
        }

        if (should.Step.Sales is { } sales && found.SalesFen != sales.Fen)
        {
            Findings.Add(
                found.Subject,
                $"第 {found.TransactionId} 笔账计的销售额是 {new Money(found.SalesFen)} 元，应为 {sales} 元",
                $"transaction {found.TransactionId} counts sales of {new Money(found.SalesFen)} yuan, should be {sales}");
        }
    }

    private void CheckBooked((string Network, string RowId) key, OrderReplay replay, AuditRows.OrderRow? booked)
    {
        var holding = replay.Holding;
        var subject = $"{key.Network} {key.RowId}";
        if (booked?.Holding(_keys) is { } now && now != holding)
        {
            Findings.Compare(subject, now.Since(null), holding?.Since(null) ?? []);
        }
        else if (booked is null && holding is not null)
        {
            Findings.Add(subject, "账上有这行订单，订单表里没有", "the books have this order row, the orders have not");
        }
        else if (booked is { TermsId: null })
        {
            Findings.Add(subject, "订单表里有这行订单，账上没有", "the orders have this row, the books have not");
        }

        if (booked is { } order && replay.Sales is { } sales && order.SalesFen != sales.Fen)
        {
            Findings.Add(subject, $"订单表里的销售额是 {new Money(order.SalesFen)} 元，应为 {sales} 元", $"the orders have sales of {new Money(order.SalesFen)} yuan, should be {sales}");
        }
    }

    private bool IsAsked(long month) => _month is not { } only || only.Number == month;
}
