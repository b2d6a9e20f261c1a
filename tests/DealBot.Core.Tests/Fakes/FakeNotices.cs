using DealBot.Core.Notices;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Keeps what owners were told.</summary>
internal sealed class FakeNotices : INotices
{
    public List<Notice> Notices { get; } = [];

    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        lock (Notices)
        {
            Notices.Add(notice);
        }

        return Task.CompletedTask;
    }
}
