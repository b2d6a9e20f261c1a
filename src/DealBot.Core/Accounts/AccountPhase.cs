namespace DealBot.Core.Accounts;

/// <summary>How an account stands with its platform. docs/flow.md draws the changes.</summary>
public enum AccountPhase
{
    /// <summary>Posts as fast as its quota allows.</summary>
    Closed,

    /// <summary>Was told that it posts too fast, or has just come back: posts at a part of its quota that grows with each message taken.</summary>
    Slowed,

    /// <summary>Posts nothing: blocked by the platform, or not reached several times running.</summary>
    Open,

    /// <summary>One message is out to see whether the platform takes it.</summary>
    HalfOpen,
}
