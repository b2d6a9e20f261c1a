using DealBot.Core.Notices;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Remembers what was to be told.</summary>
internal sealed class ToldNotices : INotices
{
    public List<Notice> Told { get; } = [];

    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        Told.Add(notice);
        return Task.CompletedTask;
    }
}
