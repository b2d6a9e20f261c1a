using DealBot.Contracts;
using DealBot.Core.Shares;

namespace DealBot.Host.Commands;

/// <summary>Writes statements as tables.</summary>
internal static class StatementTables
{
    /// <param name="context">Where to write.</param>
    /// <param name="statements">At least one.</param>
    /// <param name="layout">How.</param>
    /// <param name="isOne">Whether one promoter was asked for, and gets all the rows.</param>
    public static void Write(CommandContext context, IReadOnlyList<Statement> statements, StatementLayout layout, bool isOne)
    {
        context.Line(StatementWords.Period(statements[0].Month).In(context.Language));
        Provisional(context, statements[0]);
        if (isOne)
        {
            One(context, statements[0], layout);
        }
        else
        {
            Summary(context, statements);
        }
    }

    private static void Provisional(CommandContext context, Statement statement)
    {
        if (!statement.IsFinal)
        {
            var at = StatementWords.Clock(statement.DrawnUpAt);
            context.Line(context.Say($"{statement.Month} 还没结束，以下截至 {at}", $"{statement.Month} is not over; this is as of {at}"));
        }
    }

    private static void Summary(CommandContext context, IReadOnlyList<Statement> statements)
    {
        var table = new TextTable();
        table.Column(context.Say("群主", "owner"));
        table.Column(context.Say("推广者", "promoter"));
        table.Column(context.Say("级别", "level"));
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[
            ("本月订单", "orders"), ("分成", "share"), ("调整", "adjusted"), ("期初", "opening"), ("本月结算", "settled"), ("付款", "paid out"), ("期末", "closing"), ("现在可付", "payable now")])
        {
            table.Column(context.Say(zh, en), right: true);
        }

        foreach (var statement in statements)
        {
            table.Row(
                statement.OwnerId,
                $"{statement.Promoter.Id} {statement.Promoter.Name}",
                Level(statement),
                $"{statement.In(StatementSection.Orders).Count}",
                Sum(statement.In(StatementSection.Orders), order => order.Change),
                Sum(statement.In(StatementSection.Adjustments), order => order.Change),
                $"{statement.Settled.Opening}",
                $"{statement.SettledByOrders}",
                $"{statement.PaidOut}",
                $"{statement.Settled.Closing}",
                $"{statement.Payable}");
        }

        table.Write(context.Out);
    }

    private static void One(CommandContext context, Statement statement, StatementLayout layout)
    {
        context.Line(context.Say(
            $"{statement.Promoter.Name}（{statement.Promoter.Id}）{statement.Month}　{Level(statement)}　月初累计确认销售 {statement.SalesBefore} 元",
            $"{statement.Promoter.Name} ({statement.Promoter.Id}) {statement.Month}  {Level(statement)}  {statement.SalesBefore} yuan of confirmed sales before the month"));
        foreach (var section in Enum.GetValues<StatementSection>())
        {
            if (statement.In(section) is { Count: > 0 } orders)
            {
                context.Line(StatementWords.Of(section).In(context.Language));
                Orders(context, orders, layout);
            }
        }

        Accounts(context, statement);
        foreach (var payout in statement.Payouts)
        {
            context.Line(context.Say(
                $"付款 {payout.Amount} 元，{StatementWords.Clock(payout.PaidAt)}，付 {payout.Month} 的账",
                $"paid out {payout.Amount} yuan at {StatementWords.Clock(payout.PaidAt)} for {payout.Month}"));
        }

        context.Line(context.Say($"现在可付 {statement.Payable} 元", $"{statement.Payable} yuan payable now"));
    }

    private static void Orders(CommandContext context, IReadOnlyList<StatementOrder> orders, StatementLayout layout)
    {
        var table = new TextTable();
        table.Column(context.Say("下单", "ordered"));
        table.Column(context.Say("订单号", "number"));
        table.Column(context.Say("商品", "item"), wraps: true);
        table.Column(context.Say("身份", "as"));
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[("销售额", "sales"), ("佣金", "commission"), ("比例", "rate"), ("分成", "share"), ("变动", "change")])
        {
            table.Column(context.Say(zh, en), right: true);
        }

        table.Column(context.Say("状态", "stage"));
        table.Column(context.Say("说明", "note"), wraps: true);
        foreach (var order in orders)
        {
            table.Row(
                StatementWords.Clock(order.Order.OrderedAt),
                layout.Number(order.Order),
                order.Order.Title,
                StatementWords.Of(order.Role).In(context.Language),
                $"{order.Order.Sales}",
                $"{order.Order.Commission}",
                $"{order.Rate}",
                $"{order.Share}",
                $"{order.Change}",
                StatementWords.Of(order.Order.Stage).In(context.Language),
                StatementWords.Of(order.Kind).In(context.Language));
        }

        table.Write(context.Out);
    }

    private static void Accounts(CommandContext context, Statement statement)
    {
        var table = new TextTable();
        table.Column("");
        table.Column(context.Say("月初", "opening"), right: true);
        table.Column(context.Say("本月变动", "change"), right: true);
        table.Column(context.Say("月末", "closing"), right: true);
        foreach (var account in (ReadOnlySpan<StatementAccount>)[statement.Estimated, statement.Confirmed, statement.Settled])
        {
            table.Row(StatementWords.Of(account.Stage).In(context.Language), $"{account.Opening}", $"{account.Change}", $"{account.Closing}");
        }

        table.Write(context.Out);
    }

    private static string Level(Statement statement) => statement.Level is { } level ? $"{level.Name} {level.Percent}" : "";

    private static string Sum(IReadOnlyList<StatementOrder> orders, Func<StatementOrder, Money> amount) =>
        orders.Aggregate(Money.Zero, (sum, order) => sum + amount(order)).ToString();
}
