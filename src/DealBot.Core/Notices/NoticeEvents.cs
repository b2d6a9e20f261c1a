using Microsoft.Extensions.Logging;

namespace DealBot.Core.Notices;

/// <summary>What the log says of notices, each with its number.</summary>
internal static partial class NoticeEvents
{
    [LoggerMessage(1130, LogLevel.Warning, "Notice to {Owner}, {Kind} {Subject}: {Text}")]
    public static partial void Noticed(this ILogger logger, string owner, string kind, string subject, string text);

    [LoggerMessage(1131, LogLevel.Error, "Notice {Kind} {Subject} can't be kept yet and is tried again")]
    public static partial void NotKept(this ILogger logger, Exception exception, string kind, string subject);

    [LoggerMessage(1132, LogLevel.Error, "Owner {Owner} can't be told: the account {Account} that the notices go to is stopped, {Reason}")]
    public static partial void CannotTell(this ILogger logger, string owner, string account, string reason);

    [LoggerMessage(1133, LogLevel.Information, "Owner {Owner} is told, notices: {Count}, by {PostId}")]
    public static partial void Telling(this ILogger logger, string owner, int count, string postId);
}
