using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>What the log says of sending, beside the transitions of posts.</summary>
internal static partial class DispatchEvents
{
    [LoggerMessage(1110, LogLevel.Error, "Adapter {Adapter} threw while sending {PostId}")]
    public static partial void AdapterThrew(this ILogger logger, Exception exception, string adapter, string postId);

    [LoggerMessage(1111, LogLevel.Warning, "Message {Index} of {PostId} to {Account}: {Outcome}")]
    public static partial void NotSent(this ILogger logger, int index, string postId, string account, string outcome);

    [LoggerMessage(1112, LogLevel.Error, "Posts to {Account} are left for a later round; other accounts go on")]
    public static partial void AccountFailed(this ILogger logger, Exception exception, string account);

    [LoggerMessage(1113, LogLevel.Error, "What became of message {Index} of {PostId} can't be recorded yet and is tried again: {Outcome}")]
    public static partial void NotRecorded(this ILogger logger, Exception exception, int index, string postId, string outcome);

    [LoggerMessage(1320, LogLevel.Information, "{Deal} is not posted: {Code}, {Reason}")]
    public static partial void DealFalls(this ILogger logger, string deal, string code, string reason);

    [LoggerMessage(1321, LogLevel.Information, "{PostId} waited, and what it says holds no more: {Reason}")]
    public static partial void PostFalls(this ILogger logger, string postId, string reason);
}
