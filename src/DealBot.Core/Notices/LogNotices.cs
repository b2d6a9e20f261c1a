using Microsoft.Extensions.Logging;

namespace DealBot.Core.Notices;

/// <summary>Writes notices to the log.</summary>
public sealed class LogNotices(ILogger<LogNotices> logger) : INotices
{
    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        logger.LogWarning("{Kind} {Subject}: {Text}", notice.Kind, notice.Subject, notice.Text);
        return Task.CompletedTask;
    }
}
