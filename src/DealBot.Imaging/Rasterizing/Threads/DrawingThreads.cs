using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing.Threads;

/// <summary>
/// Draws on a few threads of its own, started when needed and ended when idle.
/// </summary>
/// <remarks>
/// Not the thread pool's, for four reasons. Pango keeps a font cache a thread, so few threads mean little memory and warm fonts. A caller
/// who cancels or has waited long enough can go, though native code can't be interrupted. The number of drawings at a time is bounded. And
/// a stack of known size is what keeps a deeply nested document from ending the process.
/// </remarks>
internal sealed class DrawingThreads(int most, TimeSpan idle)
{
    private const int StackBytes = 32 * 1024 * 1024;

    private readonly Queue<DrawingJob> _queue = [];
    private int _threads;
    private int _waiting;

    /// <summary>Draws on one of the threads and waits for it.</summary>
    /// <param name="draw">The drawing. Its token is cancelled with the caller's or when the time is over.</param>
    /// <param name="limit">Longest wait, for a free thread and for the drawing itself.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The file, or null when the time was over; the thread stays taken until the drawing comes to its end.</returns>
    public byte[]? Run(Func<CancellationToken, byte[]> draw, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var job = new DrawingJob(draw, stop.Token);
        Enqueue(job);
        try
        {
            return job.Wait(limit, cancellationToken);
        }
        finally
        {
            // A drawing that was given up still looks at its token.
            stop.Cancel();
        }
    }

    private void Enqueue(DrawingJob job)
    {
        lock (_queue)
        {
            _queue.Enqueue(job);
            if (_waiting < _queue.Count && _threads < most)
                Start();

            Monitor.Pulse(_queue);
        }
    }

    private void Start()
    {
        _threads++;
        new Thread(Work, StackBytes) { IsBackground = true, Name = "drawing" }.Start();
    }

    private void Work()
    {
        NativeHeap.KeepFreed();
        while (Next() is { } job)
            job.Run();

        NativeHeap.GiveBack();
    }

    /// <summary>The next drawing, or null when there was none for so long that the thread should end.</summary>
    private DrawingJob? Next()
    {
        lock (_queue)
        {
            while (_queue.Count == 0)
            {
                _waiting++;
                var called = Monitor.Wait(_queue, idle);
                _waiting--;
                if (!called && _queue.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return _queue.Dequeue();
        }
    }
}
