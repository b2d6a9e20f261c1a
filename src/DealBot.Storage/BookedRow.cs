using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Storage.Ledger;

namespace DealBot.Storage;

/// <summary>What has to be known of a row that is booked, to book it anew.</summary>
internal sealed record BookedRow(
    string RowId, string Account, HourPart Part, long OrderedAt, long ModifiedAt, string Status, string ContentHash, long? TermsId)
{
    public string? GroupId => Part.GroupId;

    public long CommissionFen => Part.CommissionFen;

    /// <summary>What the books hold of it, since they are written together.</summary>
    public OrderHolding? Holding(string network, LedgerKeys keys) => TermsId is { } terms
        ? new OrderHolding(OrderHolding.AccountId(network, Account), OrderHolding.StageOf(Names.Parse<OrderStatus>(Status)), new Money(CommissionFen), keys.Terms(terms))
        : null;
}
