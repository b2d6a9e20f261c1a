using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Core.Shares;

/// <summary>What a statement template sees. Amounts are text in yuan, the very text of the CSV file.</summary>
public static class StatementModel
{
    /// <summary>A picture of more rows nobody reads; the rest is added up.</summary>
    private const int MostRows = 20;

    private const int MostPayouts = 6;

    public static TemplateObject Of(Statement statement, StatementLayout layout)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(layout);
        return new TemplateObject
        {
            ["owner"] = new TemplateObject { ["id"] = statement.OwnerId, ["name"] = statement.OwnerName },
            ["promoter"] = new TemplateObject
            {
                ["id"] = statement.Promoter.Id,
                ["name"] = statement.Promoter.Name,
                ["level"] = statement.Level?.Name,
                ["rate"] = statement.Level?.Percent.ToString(),
                ["sales_before"] = statement.SalesBefore.ToString(),
            },
            ["month"] = statement.Month.ToString(),
            ["year_number"] = statement.Month.Year,
            ["month_number"] = statement.Month.Month,
            ["is_final"] = statement.IsFinal,
            ["drawn_up_at"] = StatementWords.Clock(statement.DrawnUpAt),
            ["payable"] = statement.PayableAtEnd.ToString(),
            ["payable_now"] = statement.Payable.ToString(),
            ["opening"] = statement.Settled.Opening.ToString(),
            ["settled"] = statement.SettledByOrders.ToString(),
            ["paid_out"] = statement.PaidOut.ToString(),
            ["closing"] = statement.Settled.Closing.ToString(),
            ["is_debt"] = statement.Settled.Closing < Money.Zero,
            ["accounts"] = new TemplateArray(new[] { statement.Estimated, statement.Confirmed, statement.Settled }.Select(account => AccountOf(account, layout))),
            ["sections"] = new TemplateArray(Enum.GetValues<StatementSection>().Select(section => SectionOf(section, statement.In(section), layout))),
            ["payouts"] = new TemplateArray(statement.Payouts.TakeLast(MostPayouts).Select(PayoutOf)),
            ["earlier_payouts"] = Math.Max(0, statement.Payouts.Count - MostPayouts),
        };
    }

    private static TemplateObject AccountOf(StatementAccount account, StatementLayout layout) => new()
    {
        ["name"] = StatementWords.Of(account.Stage).In(layout.Language),
        ["opening"] = account.Opening.ToString(),
        ["change"] = Signed(account.Change),
        ["closing"] = account.Closing.ToString(),
    };

    private static TemplateObject SectionOf(StatementSection section, IReadOnlyList<StatementOrder> orders, StatementLayout layout)
    {
        var shown = orders.OrderByDescending(order => Math.Abs(order.Change.Fen)).ThenByDescending(order => order.Share).Take(MostRows).ToHashSet();
        return new TemplateObject
        {
            ["name"] = StatementWords.Of(section).In(layout.Language),
            ["kind"] = Enum.GetName(section)!.ToLowerInvariant(),
            ["count"] = orders.Count,
            ["sales"] = Sum(orders, order => order.Order.Sales).ToString(),
            ["commission"] = Sum(orders, order => order.Order.Commission).ToString(),
            ["share"] = Sum(orders, order => order.Share).ToString(),
            ["change"] = Signed(Sum(orders, order => order.Change)),
            ["rows"] = new TemplateArray(orders.Where(shown.Contains).Select(order => RowOf(order, layout))),
            ["rest_count"] = orders.Count - shown.Count,
            ["rest_share"] = Sum(orders.Where(order => !shown.Contains(order)), order => order.Share).ToString(),
            ["rest_change"] = Signed(Sum(orders.Where(order => !shown.Contains(order)), order => order.Change)),
        };
    }

    private static TemplateObject RowOf(StatementOrder order, StatementLayout layout) => new()
    {
        ["time"] = StatementWords.Clock(order.Order.OrderedAt)[5..],
        ["number"] = layout.Number(order.Order),
        ["title"] = FeedText.Of(order.Order.Title),
        ["group"] = layout.Group(order.Order.GroupId),
        ["role"] = StatementWords.Of(order.Role).In(layout.Language),
        ["sales"] = order.Order.Sales.ToString(),
        ["commission"] = order.Order.Commission.ToString(),
        ["stage"] = StatementWords.Of(order.Order.Stage).In(layout.Language),
        ["rate"] = order.Rate.ToString(),
        ["share"] = order.Share.ToString(),
        ["change"] = Signed(order.Change),
        ["note"] = StatementWords.Of(order.Kind).In(layout.Language),
    };

    private static TemplateObject PayoutOf(Payout payout) => new()
    {
        ["number"] = payout.Number,
        ["month"] = payout.Month.ToString(),
        ["amount"] = payout.Amount.ToString(),
        ["time"] = StatementWords.Clock(payout.PaidAt),
    };

    private static Money Sum(IEnumerable<StatementOrder> orders, Func<StatementOrder, Money> amount) =>
        orders.Aggregate(Money.Zero, (sum, order) => sum + amount(order));

    private static string Signed(Money amount) => amount > Money.Zero ? string.Create(CultureInfo.InvariantCulture, $"+{amount}") : amount.ToString();
}
