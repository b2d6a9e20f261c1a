using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>What the log says of posts. The numbers 1000 to 1099 are theirs and never change their meaning.</summary>
public static partial class PostEvents
{
    /// <summary>Logs transitions that are on the disk, each under the number of the state it leads to.</summary>
    public static void Moved(this ILogger logger, IEnumerable<PostTransition> transitions)
    {
        foreach (var transition in transitions)
        {
            logger.Moved(transition);
        }
    }

    private static void Moved(this ILogger logger, PostTransition transition)
    {
        var (post, from, to, reason) = (transition.PostId, NameOf(transition.From), NameOf(transition.To), transition.Reason ?? "");
        switch (transition.To)
        {
            case PostState.Planned when transition.From is null:
                logger.Laid(post, from, to, reason);
                break;
            case PostState.Planned when transition.From is PostState.Planned:
                logger.Prepared(post, from, to, reason);
                break;
            case PostState.Planned:
                logger.PlannedAgain(post, from, to, reason);
                break;
            case PostState.Leased:
                logger.Leased(post, from, to, reason);
                break;
            case PostState.Sending:
                logger.Sending(post, from, to, reason);
                break;
            case PostState.Sent:
                logger.Sent(post, from, to, reason);
                break;
            case PostState.Awaiting:
                logger.Awaiting(post, from, to, reason);
                break;
            case PostState.Failed:
                logger.Failed(post, from, to, reason);
                break;
            case PostState.Unknown:
                logger.Unknown(post, from, to, reason);
                break;
            case PostState.Skipped:
                logger.Skipped(post, from, to, reason);
                break;
            default:
                logger.Withdrawn(post, from, to, reason);
                break;
        }
    }

    private static string NameOf(PostState? state) => state?.ToString() ?? "none";

    private const string Line = "Post {PostId}: {From} → {To} {Reason}";

    [LoggerMessage(1000, LogLevel.Debug, Line)]
    private static partial void Laid(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1001, LogLevel.Debug, Line)]
    private static partial void Prepared(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1002, LogLevel.Debug, Line)]
    private static partial void Leased(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1003, LogLevel.Debug, Line)]
    private static partial void Sending(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1004, LogLevel.Information, Line)]
    private static partial void Sent(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1005, LogLevel.Warning, Line)]
    private static partial void Failed(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1006, LogLevel.Warning, Line)]
    private static partial void Unknown(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1007, LogLevel.Warning, Line)]
    private static partial void Skipped(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1008, LogLevel.Information, Line)]
    private static partial void PlannedAgain(this ILogger logger, string postId, string from, string to, string reason);

    // A day laid anew is a line for each of its posts: what came of it is told in one (1020).
    [LoggerMessage(1009, LogLevel.Debug, Line)]
    private static partial void Withdrawn(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1011, LogLevel.Information, Line)]
    private static partial void Awaiting(this ILogger logger, string postId, string from, string to, string reason);

    [LoggerMessage(1010, LogLevel.Warning, "Post {PostId}, message {Index}: an answer came too late and changes nothing, the post is no longer the sender's")]
    public static partial void AnswerIgnored(this ILogger logger, string postId, int index);

    [LoggerMessage(1020, LogLevel.Information, "Plan laid until {Until:yyyy-MM-dd HH:mm zzz}: {Laid} posts laid, {Withdrawn} taken back, {Skipped} skipped")]
    public static partial void PlanLaid(this ILogger logger, DateTimeOffset until, int laid, int withdrawn, int skipped);

    [LoggerMessage(1021, LogLevel.Error, "The clock went back from {Before:yyyy-MM-dd HH:mm:ss zzz} to {Now:yyyy-MM-dd HH:mm:ss zzz}: the plan is laid anew from here")]
    public static partial void ClockWentBack(this ILogger logger, DateTimeOffset before, DateTimeOffset now);

    [LoggerMessage(1022, LogLevel.Error, "Slot of {PostId} failed")]
    public static partial void SlotFailed(this ILogger logger, Exception exception, string postId);

    [LoggerMessage(1023, LogLevel.Error, "Adapter {Adapter} threw while proving {PostId}")]
    public static partial void ProofFailed(this ILogger logger, Exception exception, string adapter, string postId);

    [LoggerMessage(1240, LogLevel.Error, "Adapter {Adapter} threw while asking after the task of {PostId}")]
    public static partial void ConfirmationFailed(this ILogger logger, Exception exception, string adapter, string postId);

    [LoggerMessage(1024, LogLevel.Warning, "Leases of the last run ended: {Planned} posts are planned again, {Unknown} were being sent and are unknown")]
    public static partial void LeasesEnded(this ILogger logger, int planned, int unknown);
}
