using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>Writes statements as one CSV file: of each promoter the opening, every order, every payout, and the closing.</summary>
public static class StatementCsv
{
    private static readonly Phrase[] Headings =
    [
        new("类别", "entry"), new("推广者编号", "promoter id"), new("推广者", "promoter"), new("月份", "month"), new("下单时间", "ordered at"), new("订单号", "order number"),
        new("商品", "item"), new("群", "group"), new("身份", "as"), new("销售额", "sales"), new("佣金", "commission"), new("状态", "stage"), new("分成比例", "rate"),
        new("分成", "share"), new("预估", "estimated"), new("确认", "confirmed"), new("结算", "settled"), new("记账时间", "booked at"), new("说明", "note"),
    ];

    /// <summary>Writes them.</summary>
    /// <param name="statements">In the order of the file.</param>
    /// <param name="layout">How they are written.</param>
    public static string Write(IEnumerable<Statement> statements, StatementLayout layout)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(layout);
        var csv = new CsvText();
        csv.Row(Headings.Select(heading => heading.In(layout.Language)));
        foreach (var statement in statements)
        {
            Write(csv, statement, layout);
        }

        return csv.ToString();
    }

    private static void Write(CsvText csv, Statement statement, StatementLayout layout)
    {
        void Sums(Phrase entry, Func<StatementAccount, Money> sum, Phrase? note = null) => csv.Row(Entry(statement, layout, entry) with
        {
            Estimated = sum(statement.Estimated).ToString(),
            Confirmed = sum(statement.Confirmed).ToString(),
            Settled = sum(statement.Settled).ToString(),
            Note = note?.In(layout.Language) ?? "",
        });

        Sums(new Phrase("期初", "opening"), account => account.Opening, StatementWords.Period(statement.Month));
        foreach (var order in statement.Orders)
        {
            csv.Row(Order(statement, order, layout));
        }

        foreach (var payout in statement.Payouts)
        {
            csv.Row(Entry(statement, layout, new Phrase("付款", "payout")) with
            {
                Settled = (Money.Zero - payout.Amount).ToString(),
                BookedAt = StatementWords.Clock(payout.PaidAt),
                Note = new Phrase($"第 {payout.Number} 笔付款，付 {payout.Month} 的账", $"payout {payout.Number} for {payout.Month}").In(layout.Language),
            });
        }

        Sums(new Phrase("本月变动", "change in the month"), account => account.Change);
        Sums(new Phrase("期末", "closing"), account => account.Closing);
        csv.Row(Entry(statement, layout, new Phrase("应付", "payable")) with
        {
            Settled = statement.PayableAtEnd.ToString(),
            Note = Payable(statement).In(layout.Language),
        });
    }

    private static Phrase Payable(Statement statement) => statement switch
    {
        { IsFinal: false } => new Phrase(
            $"本月还没结束，截至 {StatementWords.Clock(statement.DrawnUpAt)}", $"the month is not over; as of {StatementWords.Clock(statement.DrawnUpAt)}"),
        _ when statement.Payable != statement.PayableAtEnd => new Phrase($"现在还可付 {statement.Payable}", $"{statement.Payable} can still be paid now"),
        _ => new Phrase("", ""),
    };

    private static CsvEntry Entry(Statement statement, StatementLayout layout, Phrase entry) => new()
    {
        Entry = entry.In(layout.Language),
        PromoterId = statement.Promoter.Id,
        Promoter = CsvText.Text(statement.Promoter.Name),
        Month = statement.Month.ToString(),
    };

    private static CsvEntry Order(Statement statement, StatementOrder row, StatementLayout layout) => Entry(statement, layout, StatementWords.Of(row.Section)) with
    {
        OrderedAt = StatementWords.Clock(row.Order.OrderedAt),
        OrderId = CsvText.Text(layout.Number(row.Order)),
        Title = CsvText.Text(row.Order.Title),
        Group = CsvText.Text(layout.Group(row.Order.GroupId)),
        Role = StatementWords.Of(row.Role).In(layout.Language),
        Sales = row.Order.Sales.ToString(),
        Commission = row.Order.Commission.ToString(),
        Stage = StatementWords.Of(row.Order.Stage).In(layout.Language),
        Rate = row.Rate.ToString(),
        Share = row.Share.ToString(),
        Estimated = row.Estimated.ToString(),
        Confirmed = row.Confirmed.ToString(),
        Settled = row.Settled.ToString(),
        BookedAt = StatementWords.Clock(row.BookedAt),
        Note = StatementWords.Of(row.Kind).In(layout.Language),
    };
}
