namespace DealBot.Core.Accounts;

/// <summary>An account, how it stands, and what it has used.</summary>
public sealed record AccountStanding(AccountKey Account, AccountState State, IReadOnlyList<QuotaUse> Quotas);

/// <summary>How much of one limit is used.</summary>
/// <param name="Span">What the limit counts in.</param>
/// <param name="Used">Messages handed over within it, refused ones included.</param>
/// <param name="Most">The limit; null if there is none.</param>
public sealed record QuotaUse(QuotaSpan Span, int Used, int? Most)
{
    /// <summary>How many more there may be; null if there is no limit.</summary>
    public int? Left => Most is { } most ? Math.Max(0, most - Used) : null;
}

/// <summary>What a limit counts in.</summary>
public enum QuotaSpan
{
    /// <summary>The last minute.</summary>
    Minute,

    /// <summary>The last hour.</summary>
    Hour,

    /// <summary>The platform's day so far.</summary>
    Day,
}
