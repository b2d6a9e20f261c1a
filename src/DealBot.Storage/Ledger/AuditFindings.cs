using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Collects differences. Only the first are kept in words: books that are wrong throughout fill no memory.</summary>
internal sealed class AuditFindings
{
    private const int MostKept = 200;

    private readonly List<LedgerDifference> _kept = [];
    private long _found;

    public long Orders { get; set; }

    public long Transactions { get; set; }

    /// <summary>Rows of entries that were compared.</summary>
    public long Entries { get; set; }

    public LedgerAuditReport Report => new(Orders, Transactions, _found, _kept);

    public void Add(string subject, string zh, string en)
    {
        _found++;
        if (_kept.Count < MostKept)
        {
            _kept.Add(new LedgerDifference(subject, new Phrase(zh, en)));
        }
    }

    /// <summary>Runs a check. A name that no version of DealBot wrote, or a reference to a row that is gone, is a finding and not the end of the audit.</summary>
    public void Try(string subject, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException or InvalidCastException or OverflowException)
        {
            Add(subject, $"这里的记录读不懂：{exception.Message}", $"what is kept here can't be read: {exception.Message}");
        }
    }

    /// <summary>Adds one for each account that has another amount than it should.</summary>
    public void Compare(string subject, IReadOnlyList<LedgerEntry> expected, IReadOnlyList<LedgerEntry> found)
    {
        foreach (var account in expected.Concat(found).Select(entry => entry.Account).Distinct())
        {
            var (should, has) = (AmountOf(expected, account), AmountOf(found, account));
            if (should != has)
            {
                Add(subject, $"账户 {Name(account)} 记的是 {has} 元，应为 {should} 元", $"account {Name(account)} has {has} yuan, should be {should}");
            }
        }
    }

    private static Money AmountOf(IReadOnlyList<LedgerEntry> entries, LedgerAccount account) =>
        entries.Where(entry => entry.Account == account).Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);

    private static string Name(LedgerAccount account) => $"{Names.Of(account.Party)}:{account.Id}:{Names.Of(account.Stage)}";
}
