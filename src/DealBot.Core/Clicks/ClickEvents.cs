using Microsoft.Extensions.Logging;

namespace DealBot.Core.Clicks;

/// <summary>What the log says of clicks: 2000 to 2099.</summary>
public static partial class ClickEvents
{
    [LoggerMessage(2001, LogLevel.Error, "{Count} clicks could not be kept")]
    public static partial void NotKept(ILogger logger, int count, Exception exception);

    [LoggerMessage(2002, LogLevel.Warning, "Clicks wait on the disk until the database takes them: {Message}")]
    public static partial void NotTakenIn(ILogger logger, string message);

    [LoggerMessage(2003, LogLevel.Warning, "The number of lost clicks could not be recorded yet")]
    public static partial void LossNotRecorded(ILogger logger, Exception exception);

    [LoggerMessage(2004, LogLevel.Warning, "Journal {Journal}: {Bytes} bytes of file {Segment} can't be read and are left out")]
    public static partial void Unreadable(ILogger logger, string journal, long segment, long bytes);

    [LoggerMessage(2005, LogLevel.Warning, "Addresses are asking for too much and are put off: {Count} requests since the last time this was said")]
    public static partial void PutOff(ILogger logger, long count);

    [LoggerMessage(2006, LogLevel.Error, "Clicks can't be taken into the database")]
    public static partial void IngestionFailed(ILogger logger, Exception exception);
}
