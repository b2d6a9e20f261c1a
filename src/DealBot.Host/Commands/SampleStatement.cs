using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>Samples of a promoter's month.</summary>
internal static class SampleStatement
{
    private static readonly LedgerMonth June = new(2026, 6);

    private static readonly DateTimeOffset DrawnUp = June.End.AddHours(9);

    private static readonly Promoter Chen = new() { Id = "chen", Name = "陈姐" };

    public static IReadOnlyList<Sample> All(Owner owner, Language language)
    {
        var layout = new StatementLayout(language, new Dictionary<string, string> { ["sample"] = new Phrase("示例群", "sample group").In(language) }, WholeNumbers: false);
        TemplateObject Model(Statement statement) => StatementModel.Of(statement, layout);
        return
        [
            new(new Phrase("平常的一个月", "an ordinary month"), Model(Ordinary(owner))),
            new(new Phrase("没有订单的一个月", "a month without orders"), Model(Empty(owner))),
            new(new Phrase("扣回比挣的多，还没结束的一个月", "a month not over, in which more was taken back than earned"), Model(Debt(owner))),
        ];
    }

    private static Statement Ordinary(Owner owner)
    {
        var (own, invited) = (Order(1, StatementSection.Orders, LedgerStage.Settled, 298), Order(2, StatementSection.Orders, LedgerStage.Estimated, 75));
        StatementOrder[] orders = [own, invited with { Role = StatementRole.Inviter, Rate = Rate.FromPercent(5) }, Back(3, 120)];
        var payout = new Payout(4, Chen.Id, June.Before, new Money(860), June.Start.AddDays(4));
        return Empty(owner) with
        {
            Orders = orders,
            Payouts = [payout],
            Estimated = new StatementAccount(LedgerStage.Estimated, Money.Zero, new Money(75)),
            Settled = new StatementAccount(LedgerStage.Settled, new Money(980), new Money(298 - 120 - 860)),
            Payable = new Money(298),
        };
    }

    private static Statement Debt(Owner owner) => Empty(owner) with
    {
        DrawnUpAt = June.Start.AddDays(20),
        Level = null,
        Orders = [Back(1, 120)],
        Settled = new StatementAccount(LedgerStage.Settled, Money.Zero, new Money(-120)),
        Payable = Money.Zero,
    };

    private static Statement Empty(Owner owner) => new()
    {
        OwnerId = owner.Id,
        OwnerName = owner.Name,
        Promoter = Chen,
        Month = June,
        DrawnUpAt = DrawnUp,
        Level = new ShareLevel { Name = "超级会员", Percent = Rate.FromPercent(20) },
        SalesBefore = Money.FromYuan(3_260.5m),
        Orders = [],
        Payouts = [],
        Estimated = new StatementAccount(LedgerStage.Estimated, Money.Zero, Money.Zero),
        Confirmed = new StatementAccount(LedgerStage.Confirmed, new Money(1_540), Money.Zero),
        Settled = new StatementAccount(LedgerStage.Settled, new Money(980), Money.Zero),
        Payable = new Money(980),
    };

    private static StatementOrder Back(int number, long fen) => Order(number, StatementSection.Adjustments, null, 0) with
    {
        Kind = LedgerKind.ClawBack,
        Settled = new Money(-fen),
    };

    private static StatementOrder Order(int number, StatementSection section, LedgerStage? stage, long fen) => new()
    {
        Order = new LedgerOrder
        {
            Network = "jd",
            RowId = $"{number}",
            Version = 1,
            Step = 0,
            OrderId = $"31004{number:00000000}",
            ItemId = "1",
            Title = "霸王 防脱育发洗发水 400ml 生姜控油蓬松",
            OrderedAt = (section == StatementSection.Orders ? June : June.Before).Start.AddDays(17).AddHours(20),
            GroupId = "sample",
            Stage = stage,
            Sales = new Money(fen * 50),
            Commission = new Money(fen * 5),
            Terms = new CommissionTerms("owner"),
        },
        Section = section,
        Role = StatementRole.Own,
        Kind = LedgerKind.Order,
        BookedAt = June.Start.AddDays(25),
        Rate = Rate.FromPercent(20),
        Share = new Money(fen),
        Estimated = new Money(stage == LedgerStage.Estimated ? fen : 0),
        Confirmed = Money.Zero,
        Settled = new Money(stage == LedgerStage.Settled ? fen : 0),
    };
}
