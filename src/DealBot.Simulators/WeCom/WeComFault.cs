namespace DealBot.Simulators.WeCom;

/// <summary>What goes wrong with one call; see <see cref="WeComFaults"/>.</summary>
internal abstract record WeComFault
{
    private WeComFault()
    {
    }

    /// <summary>Whether the message is not handled at all.</summary>
    public bool KeepsMessageOut => this is Code or BadGateway or Html or DropBefore or TooManyRequests;

    internal sealed record Code(int ErrorCode) : WeComFault;

    internal sealed record BadGateway : WeComFault;

    internal sealed record Html : WeComFault;

    internal sealed record TruncatedJson : WeComFault;

    internal sealed record CutAnswer : WeComFault;

    internal sealed record AnswerTwice : WeComFault;

    internal sealed record TooManyRequests(string? RetryAfter) : WeComFault;

    internal sealed record NeverAnswer : WeComFault;

    internal sealed record DropBefore : WeComFault;

    internal sealed record DropAfter : WeComFault;

    internal sealed record Slow(TimeSpan Delay) : WeComFault;
}
