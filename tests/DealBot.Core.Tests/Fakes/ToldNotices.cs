using DealBot.Core.Notices;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Remembers what was to be told.</summary>
internal sealed class ToldNotices : INotices
{
    public List<Notice> Told { get; } = [];

    /// <summary>What ends every attempt to tell; null if nothing does.</summary>
    public Exception? Fault { get; set; }

    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        // Accounts go side by side.
        lock (Told)
        {
            Told.Add(notice);
        }

        return Task.CompletedTask;
    }
}
