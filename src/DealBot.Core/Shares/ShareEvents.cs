using Microsoft.Extensions.Logging;

namespace DealBot.Core.Shares;

/// <summary>What the log says of shares.</summary>
internal static partial class ShareEvents
{
    [LoggerMessage(1280, LogLevel.Information, "Share rules of {Owner} noted, for orders made from {EffectiveAt:yyyy-MM-dd HH:mm:ss zzz} on")]
    public static partial void Noted(ILogger logger, string owner, DateTimeOffset effectiveAt);

    [LoggerMessage(1281, LogLevel.Warning, "Share rules of {Owner} noted, but in force from {EffectiveAt:yyyy-MM-dd HH:mm:ss zzz} only: orders made before that are known, and no known order is divided anew. Look at the clock")]
    public static partial void NotedForLater(ILogger logger, string owner, DateTimeOffset effectiveAt);
}
