using Microsoft.Extensions.Logging;

namespace DealBot.Core.Accounts;

/// <summary>What the log says of accounts, each change with its number.</summary>
internal static partial class AccountEvents
{
    /// <summary>Logs a change of phase; nothing if there is none.</summary>
    public static void Changed(this ILogger logger, AccountKey account, AccountState before, AccountState after)
    {
        var reason = after.Reason?.En ?? "";
        if (before.IsDown && after.Phase == AccountPhase.Open)
        {
            logger.StillStopped(account, after.Until, reason);
        }
        else if (before.IsDown && !after.IsDown)
        {
            logger.Back(account);
        }
        else if (before.Phase != after.Phase || after.Rate < before.Rate)
        {
            logger.Entered(account, after, reason);
        }
    }

    /// <summary>The owner, or settings that he changed, set the account free.</summary>
    [LoggerMessage(1105, LogLevel.Information, "Account {Account} resumed")]
    public static partial void Resumed(this ILogger logger, AccountKey account);

    private static void Entered(this ILogger logger, AccountKey account, AccountState after, string reason)
    {
        switch (after.Phase)
        {
            case AccountPhase.Open:
                logger.Stopped(account, after.Until, reason);
                break;
            case AccountPhase.Slowed:
                logger.Slowed(account, after.Rate, after.Until, reason);
                break;
            default:
                logger.Freed(account);
                break;
        }
    }

    [LoggerMessage(1100, LogLevel.Warning, "Account {Account} slowed to {Rate} % of its quota, nothing before {Until:yyyy-MM-dd HH:mm zzz}: {Reason}")]
    private static partial void Slowed(this ILogger logger, AccountKey account, int rate, DateTimeOffset until, string reason);

    [LoggerMessage(1101, LogLevel.Error, "Account {Account} stopped, tried again at {Until:yyyy-MM-dd HH:mm zzz}: {Reason}")]
    private static partial void Stopped(this ILogger logger, AccountKey account, DateTimeOffset until, string reason);

    [LoggerMessage(1102, LogLevel.Warning, "Account {Account} is still stopped, tried again at {Until:yyyy-MM-dd HH:mm zzz}: {Reason}")]
    private static partial void StillStopped(this ILogger logger, AccountKey account, DateTimeOffset until, string reason);

    [LoggerMessage(1103, LogLevel.Information, "Account {Account} is back")]
    private static partial void Back(this ILogger logger, AccountKey account);

    [LoggerMessage(1104, LogLevel.Information, "Account {Account} posts at its full quota again")]
    private static partial void Freed(this ILogger logger, AccountKey account);
}
