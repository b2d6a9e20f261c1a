using System.Collections.Concurrent;

namespace DealBot.Simulators.Chat;

/// <summary>Faults for the next calls, used up in the order in which they were asked for. Safe to use from many threads.</summary>
public sealed class ChatFaults
{
    private readonly ConcurrentQueue<ChatFault> _next = new();

    /// <summary>The next calls are refused with the platform's own code, whatever they hold.</summary>
    public void AnswerWith(int errorCode, int calls = 1) => Add(new ChatFault.Code(errorCode), calls);

    /// <summary>The next calls meet a gateway that answers HTTP 502 and passes nothing on.</summary>
    public void BadGateway(int calls = 1) => Add(new ChatFault.BadGateway(), calls);

    /// <summary>The next calls meet a login page of the local network: HTTP 200, HTML, nothing passed on.</summary>
    public void Html(int calls = 1) => Add(new ChatFault.Html(), calls);

    /// <summary>The next calls are handled, but only half of the JSON answer comes back.</summary>
    public void TruncatedJson(int calls = 1) => Add(new ChatFault.TruncatedJson(), calls);

    /// <summary>The next calls are handled, but the connection breaks in the middle of the answer.</summary>
    public void CutAnswer(int calls = 1) => Add(new ChatFault.CutAnswer(), calls);

    /// <summary>The next calls are handled once, but the answer comes back twice.</summary>
    public void AnswerTwice(int calls = 1) => Add(new ChatFault.AnswerTwice(), calls);

    /// <summary>The next calls meet a limiter in between: HTTP 429, nothing passed on.</summary>
    /// <param name="retryAfter">Its <c>Retry-After</c> header; null for none.</param>
    /// <param name="calls">How many.</param>
    public void TooManyRequests(string? retryAfter, int calls = 1) => Add(new ChatFault.TooManyRequests(retryAfter), calls);

    /// <summary>The next calls are handled, but no answer ever comes back: delivered, and the caller can't know.</summary>
    public void NeverAnswer(int calls = 1) => Add(new ChatFault.NeverAnswer(), calls);

    /// <summary>The connection of the next calls breaks before they are handled.</summary>
    public void DropBeforeAccepting(int calls = 1) => Add(new ChatFault.DropBefore(), calls);

    /// <summary>The connection of the next calls breaks after they were handled and before the answer.</summary>
    public void DropAfterAccepting(int calls = 1) => Add(new ChatFault.DropAfter(), calls);

    /// <summary>The next calls are handled at once and answered after the delay, by the simulator's clock.</summary>
    public void Slow(TimeSpan delay, int calls = 1) => Add(new ChatFault.Slow(delay), calls);

    internal ChatFault? Take() => _next.TryDequeue(out var fault) ? fault : null;

    private void Add(ChatFault fault, int calls)
    {
        for (var call = 0; call < calls; call++)
            _next.Enqueue(fault);
    }
}
