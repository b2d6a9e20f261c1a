using DealBot.Core.Notices;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Owners who need not be told.</summary>
internal sealed class SilentNotices : INotices
{
    public Task TellAsync(Notice notice, CancellationToken cancellationToken) => Task.CompletedTask;
}
