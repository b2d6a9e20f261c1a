namespace DealBot.Simulators.Chat;

/// <summary>What goes wrong with one call; see <see cref="ChatFaults"/>.</summary>
internal abstract record ChatFault
{
    private ChatFault()
    {
    }

    /// <summary>Whether the message is not handled at all.</summary>
    public bool KeepsMessageOut => this is Code or BadGateway or Html or DropBefore or TooManyRequests;

    internal sealed record Code(int ErrorCode) : ChatFault;

    internal sealed record BadGateway : ChatFault;

    internal sealed record Html : ChatFault;

    internal sealed record TruncatedJson : ChatFault;

    internal sealed record CutAnswer : ChatFault;

    internal sealed record AnswerTwice : ChatFault;

    internal sealed record TooManyRequests(string? RetryAfter) : ChatFault;

    internal sealed record NeverAnswer : ChatFault;

    internal sealed record DropBefore : ChatFault;

    internal sealed record DropAfter : ChatFault;

    internal sealed record Slow(TimeSpan Delay) : ChatFault;
}
