using System.Threading.Channels;
using DealBot.Adapters.Wechaty.Protocol;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Wechaty;

/// <summary>The stream of events: one listener at a time; what happens while there is none is lost.</summary>
internal sealed class WechatyEventStreams(Func<IEnumerable<EventResponse>> greeting, CancellationToken stopping)
{
    private readonly Lock _lock = new();
    private readonly Channel<int> _opened = Channel.CreateUnbounded<int>();
    private Channel<EventResponse>? _listener;
    private HttpContext? _context;

    /// <summary>Waits for the next stream that is opened.</summary>
    public async Task OpenedAsync(CancellationToken cancellationToken) => await _opened.Reader.ReadAsync(cancellationToken);

    public void Push(EventResponse happened)
    {
        lock (_lock)
            _listener?.Writer.TryWrite(happened);
    }

    /// <summary>Breaks the connection of the listener. From now on there is none, however long its end takes: the next is not refused for it.</summary>
    public void Break()
    {
        lock (_lock)
        {
            _context?.Abort();
            (_listener, _context) = (null, null);
        }
    }

    /// <summary>Serves a stream; false if another one is held.</summary>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        if (Hold(context) is not { } events)
            return false;

        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = WechatyWire.MediaType;
            await foreach (var happened in events.Reader.ReadAllAsync(either.Token))
            {
                await context.Response.Body.WriteAsync(WechatyWire.Frame(happened), either.Token);
                await context.Response.Body.FlushAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        finally
        {
            Release(events);
        }

        return true;
    }

    /// <summary>Gives the stream up, unless it was broken and is another's by now.</summary>
    private void Release(Channel<EventResponse> events)
    {
        lock (_lock)
        {
            if (_listener == events)
                (_listener, _context) = (null, null);
        }
    }

    private Channel<EventResponse>? Hold(HttpContext context)
    {
        lock (_lock)
        {
            if (_listener is not null)
                return null;

            (_listener, _context) = (Channel.CreateUnbounded<EventResponse>(), context);
            foreach (var happened in greeting())
                _listener.Writer.TryWrite(happened);
            _opened.Writer.TryWrite(0);
            return _listener;
        }
    }
}
