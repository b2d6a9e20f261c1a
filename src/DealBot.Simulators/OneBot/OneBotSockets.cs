using System.Net.WebSockets;

namespace DealBot.Simulators.OneBot;

/// <summary>The WebSockets that are open. Safe to use from many threads.</summary>
internal sealed class OneBotSockets
{
    private readonly Lock _lock = new();
    private readonly HashSet<OneBotCaller> _open = [];
    private TaskCompletionSource _changed = NewChange();

    public int Count
    {
        get
        {
            lock (_lock)
                return _open.Count;
        }
    }

    /// <summary>Keeps a WebSocket among the open ones while it is served.</summary>
    public async Task KeepAsync(OneBotCaller caller, Func<Task> serve, CancellationToken stopping)
    {
        Change(open => open.Add(caller));
        try
        {
            await serve();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The simulator is disposed of while somebody is connected.
        }
        finally
        {
            Change(open => open.Remove(caller));
        }
    }

    public async Task WaitForAsync(int sockets, CancellationToken cancellationToken)
    {
        while (ChangeUnless(sockets) is { } change)
            await change.WaitAsync(cancellationToken);
    }

    public async Task SendToAllAsync(byte[] frame, CancellationToken cancellationToken)
    {
        foreach (var caller in Open())
        {
            try
            {
                await caller.SendAsync(frame, cancellationToken);
            }
            catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // It has gone in this very moment; the others are told all the same.
            }
        }
    }

    public void DropAll()
    {
        foreach (var caller in Open())
            caller.Drop();
    }

    private List<OneBotCaller> Open()
    {
        lock (_lock)
            return [.. _open];
    }

    private void Change(Action<HashSet<OneBotCaller>> change)
    {
        lock (_lock)
        {
            change(_open);
            _changed.SetResult();
            _changed = NewChange();
        }
    }

    private Task? ChangeUnless(int sockets)
    {
        lock (_lock)
            return _open.Count == sockets ? null : _changed.Task;
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
