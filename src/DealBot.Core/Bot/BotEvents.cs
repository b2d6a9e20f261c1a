using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>What the log says of the bot and of listening, each with its number. What people write is in none of it.</summary>
public static partial class BotEvents
{
    [LoggerMessage(1200, LogLevel.Error, "Listening of {Adapter} broke off and begins again in {Seconds:0} s")]
    public static partial void ListeningBroke(this ILogger logger, Exception? exception, string adapter, double seconds);

    [LoggerMessage(1201, LogLevel.Error, "Listening of {Adapter} is refused until something changes: {Reason}")]
    public static partial void ListeningRefused(this ILogger logger, string adapter, string reason);

    [LoggerMessage(1202, LogLevel.Error, "Callback of {Adapter} failed: {Kind}")]
    public static partial void CallbackFailed(this ILogger logger, string adapter, string kind);

    [LoggerMessage(1203, LogLevel.Information, "{Adapter} listens")]
    public static partial void Listening(this ILogger logger, string adapter);

    [LoggerMessage(1204, LogLevel.Error, "A request in {Chat} failed and is not answered")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string chat);

    [LoggerMessage(1205, LogLevel.Warning, "A request in {Chat} waits for the database: {Message}")]
    public static partial void RequestWaits(this ILogger logger, string chat, string message);

    [LoggerMessage(1206, LogLevel.Information, "{Verb} in {Chat}, answered by {PostId}")]
    public static partial void Answered(this ILogger logger, BotVerb verb, string chat, string postId);

    [LoggerMessage(1207, LogLevel.Warning, "Search of {Network} gave nothing [{Code}]: {Reason}")]
    public static partial void SearchFailed(this ILogger logger, string network, string code, string reason);

    [LoggerMessage(1208, LogLevel.Warning, "Members of {Group} can't be counted, to be tried again in an hour: {Reason}")]
    public static partial void NotCounted(this ILogger logger, string group, string reason);

    [LoggerMessage(1209, LogLevel.Information, "Group {Group} is paused until {Until}, at the owner's word")]
    public static partial void Paused(this ILogger logger, string group, string until);

    [LoggerMessage(1210, LogLevel.Information, "Group {Group} goes on, at the owner's word")]
    public static partial void Resumed(this ILogger logger, string group);
}
