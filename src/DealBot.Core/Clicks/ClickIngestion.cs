namespace DealBot.Core.Clicks;

/// <summary>Takes clicks from the journals into the database, each once, however often it is stopped or run side by side.</summary>
public sealed class ClickIngestion(IClickBacklog backlog, IClickStore store) : IDisposable
{
    /// <summary>Clicks of one transaction: enough to share its cost, few enough that others who write need not wait.</summary>
    public const int BatchSize = 1000;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Takes in everything that was kept before the call.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (await TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            // There may be more.
        }
    }

    /// <summary>Takes in one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var journal in backlog.Journals())
            {
                if (await TakeAsync(journal, cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TakeAsync(string journal, CancellationToken cancellationToken)
    {
        var reached = await store.ReachedAsync(journal, cancellationToken).ConfigureAwait(false) ?? JournalPosition.StartOf(journal);
        var batch = backlog.Read(reached, BatchSize);
        if (batch.Next != reached && !await store.AppendAsync(reached, batch, cancellationToken).ConfigureAwait(false))
        {
            // Somebody else was faster and knows better where to read on.
            return true;
        }

        if (backlog.Discard(batch.Next))
        {
            await store.ForgetAsync(journal, cancellationToken).ConfigureAwait(false);
        }

        return batch.Clicks.Count == BatchSize || batch.Next.Segment != reached.Segment;
    }
}
