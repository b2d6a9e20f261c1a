namespace DealBot.CrashTrials.Audit;

/// <summary>A message as the ledger has it.</summary>
/// <param name="PostId">Its post.</param>
/// <param name="Index">Its place in the post.</param>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">Robot or folder.</param>
/// <param name="State">planned, sending, awaiting, sent, failed, unknown.</param>
/// <param name="Kind">text or image.</param>
/// <param name="Content">The text, or the picture's MD5.</param>
/// <param name="LastAttempt">When it was last handed to the platform; null if never.</param>
internal sealed record LedgerMessage(
    string PostId, int Index, string Adapter, string Address, string State, string Kind, string Content, DateTimeOffset? LastAttempt)
{
    public string Name => $"{PostId}.{Index}";
}

/// <summary>A message handed to a platform.</summary>
internal sealed record Attempt(string Adapter, string Address, DateTimeOffset At, string PostId, int Index);

/// <summary>A post as the ledger has it.</summary>
internal sealed record LedgerPost
{
    public string PostId { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? GroupId { get; init; }

    public long DueAt { get; init; }

    public string State { get; init; } = "";

    public string? ReasonCode { get; init; }

    public string? ReasonZh { get; init; }
}
