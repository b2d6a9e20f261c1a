using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>How statements are written.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="GroupNames">Names of groups by id; a group that has none is called by its id.</param>
/// <param name="WholeNumbers">Whether order numbers stand there whole, for the owner's own use; promoters get them masked.</param>
public sealed record StatementLayout(Language Language, IReadOnlyDictionary<string, string> GroupNames, bool WholeNumbers)
{
    /// <summary>What a group is called; empty for none.</summary>
    public string Group(string? groupId) => groupId is null ? "" : GroupNames.GetValueOrDefault(groupId, groupId);

    /// <summary>An order's number as the reader may see it.</summary>
    public string Number(LedgerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return WholeNumbers ? order.OrderId : OrderNumbers.Mask(order.OrderId);
    }
}
