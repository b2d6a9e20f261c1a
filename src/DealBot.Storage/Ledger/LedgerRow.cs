using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>An entry with its transaction, the order and the terms, as <see cref="Sql"/> reads it.</summary>
internal sealed record LedgerRow
{
    public const string Sql =
        """
        SELECT x.transaction_id, x.kind, x.booked_at, x.month, x.reference, a.party, a.id, e.estimated_fen, e.confirmed_fen, e.settled_fen, e.paid_out_fen,
            x.network, x.row_id, x.version, x.step, x.stage, x.sales_fen, x.commission_fen, o.order_id, o.item_id, o.title, o.ordered_at, o.group_id,
            t.owner_id, t.promoter_id, t.promoter_bp, t.inviter_id, t.inviter_bp, t.platform_bp
        FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.account_id JOIN ledger_transactions x ON x.transaction_id = e.transaction_id
        LEFT JOIN orders o ON o.network = x.network AND o.row_id = x.row_id LEFT JOIN ledger_terms t ON t.terms_id = x.terms_id
        """;

    public long TransactionId { get; init; }

    public string Kind { get; init; } = "";

    public long BookedAt { get; init; }

    public long Month { get; init; }

    public string? Reference { get; init; }

    public string Party { get; init; } = "";

    public string Id { get; init; } = "";

    public long EstimatedFen { get; init; }

    public long ConfirmedFen { get; init; }

    public long SettledFen { get; init; }

    public long PaidOutFen { get; init; }

    public string? Network { get; init; }

    public string? RowId { get; init; }

    public long Version { get; init; }

    public long Step { get; init; }

    public string? Stage { get; init; }

    public long SalesFen { get; init; }

    public long CommissionFen { get; init; }

    public string? OrderId { get; init; }

    public string? ItemId { get; init; }

    public string? Title { get; init; }

    public long OrderedAt { get; init; }

    public string? GroupId { get; init; }

    public string? OwnerId { get; init; }

    public string? PromoterId { get; init; }

    public int PromoterBp { get; init; }

    public string? InviterId { get; init; }

    public int InviterBp { get; init; }

    public int PlatformBp { get; init; }

    /// <summary>The entries of the row, by stage.</summary>
    public IEnumerable<LedgerLine> ToLines()
    {
        var order = Network is null ? null : ToOrder();
        return new StageSums(EstimatedFen, ConfirmedFen, SettledFen, PaidOutFen).Entries(Names.Parse<LedgerParty>(Party), Id).Select(entry =>
            new LedgerLine(TransactionId, Names.Parse<LedgerKind>(Kind), Moments.From(BookedAt), LedgerMonth.OfNumber(Month), entry) { Order = order, Reference = Reference });
    }

    private LedgerOrder ToOrder() => new()
    {
        Network = Network!,
        RowId = RowId!,
        Version = Version,
        Step = Step,
        OrderId = OrderId ?? "",
        ItemId = ItemId ?? "",
        Title = Title ?? "",
        OrderedAt = Moments.From(OrderedAt),
        GroupId = GroupId,
        Stage = LedgerNames.Stage(Stage),
        Sales = new Money(SalesFen),
        Commission = new Money(CommissionFen),
        Terms = LedgerKeys.Terms(OwnerId ?? "", PromoterId ?? "", PromoterBp, InviterId ?? "", InviterBp, PlatformBp),
    };
}
