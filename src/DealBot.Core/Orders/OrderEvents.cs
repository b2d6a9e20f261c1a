using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Orders;

/// <summary>What order sync logs, by event id.</summary>
internal static partial class OrderEvents
{
    [LoggerMessage(3000, LogLevel.Warning, "Orders of {Network}/{Account} not synced, to be tried again: {Reason}")]
    public static partial void NotSynced(ILogger logger, string network, string account, string reason);

    [LoggerMessage(3001, LogLevel.Warning, "Orders of {Network}/{Account} wait, the network asks for patience: {Reason}")]
    public static partial void QuotaUsedUp(ILogger logger, string network, string account, string reason);

    [LoggerMessage(3002, LogLevel.Error, "Orders of {Network}/{Account}: {Rows} rows can't be read; kept as they came")]
    public static partial void Unreadable(ILogger logger, string network, string account, int rows);

    [LoggerMessage(1390, LogLevel.Information, "Account {Network}/{Account} is {Owner}'s for orders from {EffectiveAt} on; earlier ones stay {Before}'s")]
    public static partial void AccountMoved(ILogger logger, string network, string account, string owner, DateTimeOffset effectiveAt, string before);

    [LoggerMessage(3010, LogLevel.Information, "Sweep {Kind} of {Network}/{Account} over {From} to {Until} done: {Rows} rows, {Unlisted} booked ones are not listed any more")]
    public static partial void Swept(ILogger logger, SyncKind kind, string network, string account, DateTimeOffset from, DateTimeOffset until, int rows, int unlisted);

    [LoggerMessage(3011, LogLevel.Warning, "Sweep of {Network}/{Account} found {Missing} rows missing and {Outdated} outdated, {Difference} yuan of commission")]
    public static partial void Found(ILogger logger, string network, string account, int missing, int outdated, Money difference);
}
