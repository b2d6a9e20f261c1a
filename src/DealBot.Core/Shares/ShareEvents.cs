using Microsoft.Extensions.Logging;

namespace DealBot.Core.Shares;

/// <summary>What the log says of shares.</summary>
internal static partial class ShareEvents
{
    [LoggerMessage(1280, LogLevel.Information, "群主 {Owner} 的分成规则已记下，{EffectiveAt:yyyy-MM-dd HH:mm:ss zzz} 起的订单按它计算")]
    public static partial void Noted(ILogger logger, string owner, DateTimeOffset effectiveAt);

    [LoggerMessage(1281, LogLevel.Warning, "群主 {Owner} 的分成规则已记下，但要到 {EffectiveAt:yyyy-MM-dd HH:mm:ss zzz} 才生效：已有那之前下的订单，已知订单的分成不会再变。请检查系统时间")]
    public static partial void NotedForLater(ILogger logger, string owner, DateTimeOffset effectiveAt);
}
