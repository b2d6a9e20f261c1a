using System.Runtime.ExceptionServices;

namespace DealBot.Imaging.Rasterizing.Threads;

/// <summary>One drawing on its way from the caller's thread to a drawing thread and back.</summary>
internal sealed class DrawingJob(Func<CancellationToken, byte[]> draw, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<(byte[]? File, ExceptionDispatchInfo? Fault)> _ended = new();

    /// <summary>Called on the drawing thread. Faults are for the caller, so that a drawing never ends a thread.</summary>
    public void Run()
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ended.SetResult((draw(cancellationToken), null));
        }
        catch (Exception exception)
        {
            _ended.SetResult((null, ExceptionDispatchInfo.Capture(exception)));
        }
    }

    /// <summary>The file, or null when the time is over. Faults of the drawing are thrown here.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting; the drawing goes on to its next step and is thrown
    /// away.</exception>
    public byte[]? Wait(TimeSpan limit, CancellationToken cancelled)
    {
        if (!_ended.Task.Wait(limit, cancelled))
            return null;

        var (file, fault) = _ended.Task.GetAwaiter().GetResult();
        fault?.Throw();
        return file;
    }
}
