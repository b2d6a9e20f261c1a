namespace DealBot.Simulators.Chat;

/// <summary>The messages that a platform accepted, oldest first. Safe to use from many threads.</summary>
internal sealed class ChatLog<TMessage>
{
    private readonly Lock _lock = new();
    private readonly List<TMessage> _messages = [];
    private TaskCompletionSource _changed = NewChange();

    /// <summary>All of them; a copy.</summary>
    public IReadOnlyList<TMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    public void Add(TMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
            _changed.SetResult();
            _changed = NewChange();
        }
    }

    /// <summary>Waits until there are at least so many.</summary>
    public async Task WaitForAsync(int messages, CancellationToken cancellationToken)
    {
        while (ChangeAfterFewerThan(messages) is { } change)
            await change.WaitAsync(cancellationToken);
    }

    private Task? ChangeAfterFewerThan(int messages)
    {
        lock (_lock)
            return _messages.Count < messages ? _changed.Task : null;
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
