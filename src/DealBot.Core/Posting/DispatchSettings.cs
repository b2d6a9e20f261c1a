namespace DealBot.Core.Posting;

/// <summary>What the dispatcher goes by.</summary>
public sealed record DispatchSettings(PostingOptions Posting, TimeProvider Time)
{
    /// <summary>Asks again for what has waited; null to send everything as it was prepared.</summary>
    public PostRecheck? Recheck { get; init; }

    /// <summary>How often to look for more that is due while an account is slow.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When a post that a fault kept from being sent is due again; at once it might be taken up again and again within one round.</summary>
    public TimeSpan AfterFault { get; init; } = TimeSpan.FromSeconds(5);
}
