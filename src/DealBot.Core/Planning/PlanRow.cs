using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Planning;

/// <summary>One post of a day's plan.</summary>
/// <param name="Group">The group.</param>
/// <param name="SlotAt">The slot's own moment.</param>
/// <param name="At">The planned moment; the slot's own if it found no room.</param>
/// <param name="State">State as the outbox names it; <see cref="Unrecorded"/> for one that is past and not on record.</param>
public sealed record PlanRow(Group Group, DateTimeOffset SlotAt, DateTimeOffset At, string State)
{
    /// <summary>A slot that went by while no service was running that could have put it on record.</summary>
    public const string Unrecorded = "unrecorded";

    /// <summary>The account that posts it.</summary>
    public AccountKey Account { get; init; } = new(Group.Adapter, Group.Address);

    /// <summary>Why it was moved; null if it was not.</summary>
    public Phrase? Moved { get; init; }

    /// <summary>Why it is not sent; null if it is or will be.</summary>
    public Phrase? Reason { get; init; }

    /// <summary>Code of <see cref="Reason"/>.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>When it was sent; null if it was not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether the day had no room for it.</summary>
    public bool HasNoRoom => ReasonCode is Posting.SkipReason.QuotaCode or Posting.SkipReason.GapCode;

    /// <summary>How long after its planned moment it was sent.</summary>
    public TimeSpan? Drift => SentAt - At;
}
