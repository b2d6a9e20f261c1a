using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using DealBot.Storage.Ledger;
using DealBot.Storage.Shares;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Ledger;

/// <summary>The books as the service keeps them, on a real database and with owners' real files, beside the model of them.</summary>
internal sealed class BookStage : IDisposable
{
    /// <summary>A month after everything.</summary>
    public const int AllMonths = 209912;

    private readonly PostingStage _stage = new();
    private readonly OrderDesk _desk;
    private readonly ShareTerms _terms;
    private readonly BookModel _model = new();

    public BookStage()
    {
        _stage.Clock.Now = BookHistories.Start;
        _stage.Config
            .Edit(GroupsFile.Name, "\"id\": \"mama-1\"", "\"promoter\": \"zhang\", \"id\": \"mama-1\"")
            .Edit(GroupsFile.Name, "\"id\": \"mama-2\"", "\"promoter\": \"chen\", \"id\": \"mama-2\"");
        WriteTerms(20, 5, 1);
        _terms = new ShareTerms(
            _stage.Configuration, new ShareHistory(_stage.Database), new PromoterLevels(new PromoterSales(_stage.Database), _stage.Clock), _stage.Clock, NullLogger<ShareTerms>.Instance);
        _desk = new OrderDesk(_stage) { Terms = _terms };
    }

    public async Task BeginAsync() => await NoteAsync(20, 5, 1);

    public async Task HappensAsync(BookEvent happens, IReadOnlyList<OrderUpdate> versions)
    {
        _stage.Clock.Advance(TimeSpan.FromHours(happens.Hours));
        switch (happens)
        {
            case BookEvent.Arrives arrives:
                await _desk.ArriveAsync([.. arrives.Versions.Select(version => versions[version])]);
                arrives.Versions.ToList().ForEach(version => _model.Arrive(versions[version]));
                break;
            case BookEvent.Claimed claimed:
                await _desk.ClaimAsync($"order-of-r{claimed.Order}", claimed.GroupId);
                _model.Claim($"r{claimed.Order}", claimed.GroupId);
                break;
            case BookEvent.Recounted:
                await _desk.RecountAsync(BookHistories.Start, BookHistories.Start.AddHours(BookHistories.OrderHours));
                break;
            case BookEvent.TermsEdited edited:
                WriteTerms(edited.Promoter, edited.Inviter, edited.Platform);
                Require(_stage.Configuration.Refresh() is { Count: 0 }, "the edit was refused");
                await NoteAsync(edited.Promoter, edited.Inviter, edited.Platform);
                break;
            case BookEvent.PaidOut paid:
                await PayAsync(paid);
                break;
        }
    }

    /// <summary>All that was ever posted, in the order of posting.</summary>
    public IReadOnlyList<string> Lines() => _stage.Query<string>(
        """
        SELECT x.transaction_id || ' ' || x.kind || ' ' || x.month || ' ' || x.booked_at || ' ' || COALESCE(x.row_id, x.reference) || ' ' || COALESCE(x.version, 0)
            || ' ' || COALESCE(x.step, 0) || ' ' || COALESCE(x.sales_fen, 0) || ' ' || COALESCE(x.terms_id, 0) || ' ' || e.account_id
            || ' ' || e.estimated_fen || ' ' || e.confirmed_fen || ' ' || e.settled_fen || ' ' || e.paid_out_fen
        FROM ledger_transactions x JOIN ledger_entries e ON e.transaction_id = x.transaction_id ORDER BY x.transaction_id, e.account_id
        """);

    public async Task RequireBalancesAsync()
    {
        var found = (await new LedgerStore(_stage.Database).MovementsAsync(null, null, null, default))
            .GroupBy(movement => movement.Account, movement => movement.Amount.Fen)
            .Where(account => account.Sum() != 0)
            .Select(account => $"{account.Key.Party} {account.Key.Id} {account.Key.Stage} {account.Sum()}").Order(StringComparer.Ordinal).ToList();
        var expected = _model.Balances().ToList();
        Require(found.SequenceEqual(expected), $"balances are {string.Join("; ", found)}, should be {string.Join("; ", expected)}");
    }

    public async Task RequireRebuiltAsync()
    {
        LedgerMonth?[] months = [null, .. _stage.Query<long>("SELECT DISTINCT month FROM ledger_transactions").Select(month => (LedgerMonth?)LedgerMonth.OfNumber(month))];
        foreach (var month in months)
        {
            var report = await new LedgerAudit(_stage.Database).RunAsync(month, _ => { }, default);
            Require(report.Found == 0, $"{month?.ToString() ?? "all"}: {string.Join("; ", report.Differences.Select(difference => $"{difference.Subject} {difference.Text.En}"))}");
        }
    }

    /// <summary>An assertion would count each step of the search for a shorter case as a failure of its own.</summary>
    public static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    public void Dispose()
    {
        _terms.Dispose();
        _stage.Dispose();
    }

    private async Task PayAsync(BookEvent.PaidOut paid)
    {
        var (month, held) = (LedgerMonth.OfNumber(paid.Month), _model.SettledOf(paid.PromoterId));
        var request = new PayoutRequest(paid.PromoterId, month, paid.Fen is { } fen ? new Money(fen) : null, _stage.Clock.Now, Again: true);
        switch (await new PayoutStore(_stage.Database).RecordAsync(request, default))
        {
            case PayoutOutcome.Recorded recorded:
                Require(recorded.Payout.Amount > Money.Zero && recorded.Payout.Amount <= held, $"{recorded.Payout.Amount} was paid to {paid.PromoterId} of {held} that are settled");
                _model.Pay(paid.PromoterId, recorded.Payout.Amount);
                break;
            case PayoutOutcome.TooMuch tooMuch:
                Require(tooMuch.Payable <= Money.Max(Money.Zero, held), $"{tooMuch.Payable} is said to be payable of {held}");
                Require(paid.Month < AllMonths || tooMuch.Payable == Money.Max(Money.Zero, held), $"{tooMuch.Payable} is said to be payable of all, {held}");
                break;
            case var other:
                Require(false, $"{other} when it was meant");
                break;
        }
    }

    private async Task NoteAsync(int promoter, int inviter, int platform)
    {
        _model.Edit(_stage.Clock.Now, promoter, inviter, platform);
        await _terms.TimelineAsync(default);
    }

    private void WriteTerms(int promoter, int inviter, int platform) => _stage.Config.Write(
        OwnersFile.Name,
        $$"""
        {
          "owners": [
            {
              "id": "li", "name": "李姐", "networkAccounts": { "jd": "main" },
              "digest": { "at": "21:30", "adapter": "preview", "address": "owner" },
              "shares": {
                "levels": [{ "name": "会员", "percent": {{promoter}} }], "inviterPercents": [{{inviter}}], "platformPercent": {{platform}},
                "promoters": [{ "id": "zhao", "name": "赵哥" }, { "id": "zhang", "name": "张姐", "invitedBy": "zhao" }, { "id": "chen", "name": "陈姐" }]
              }
            }
          ]
        }
        """);
}
