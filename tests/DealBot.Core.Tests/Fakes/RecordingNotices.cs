using DealBot.Core.Notices;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Keeps what owners would be told.</summary>
internal sealed class RecordingNotices : INotices
{
    public List<Notice> Told { get; } = [];

    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        Told.Add(notice);
        return Task.CompletedTask;
    }
}
