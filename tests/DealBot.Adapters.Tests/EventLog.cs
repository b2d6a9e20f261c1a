using System.Threading.Channels;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests;

/// <summary>Keeps the events that an adapter tells of.</summary>
internal sealed class EventLog : IChatEvents
{
    private readonly Channel<ChatEvent> _told = Channel.CreateUnbounded<ChatEvent>();
    private readonly List<ChatEvent> _all = [];

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<ChatEvent> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    /// <summary>Thrown at the next event instead of taking it.</summary>
    public Exception? Failure { get; set; }

    public ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            Failure = null;
            throw failure;
        }

        lock (_all)
            _all.Add(chatEvent);
        return _told.Writer.WriteAsync(chatEvent, cancellationToken);
    }

    /// <summary>The next event, as soon as there is one.</summary>
    public async Task<ChatEvent> NextAsync(CancellationToken cancellationToken) => await _told.Reader.ReadAsync(cancellationToken);
}
