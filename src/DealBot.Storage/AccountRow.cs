using DealBot.Contracts;
using DealBot.Core.Accounts;

namespace DealBot.Storage;

/// <summary>A row of <c>accounts</c>.</summary>
internal sealed record AccountRow
{
    public string Adapter { get; init; } = "";

    public string Account { get; init; } = "";

    public string State { get; init; } = "";

    public long Since { get; init; }

    public long ChangedAt { get; init; }

    public long Until { get; init; }

    public string? ReasonZh { get; init; }

    public string? ReasonEn { get; init; }

    public long Failures { get; init; }

    public long BackoffMs { get; init; }

    public long Rate { get; init; }

    public static AccountRow Of(AccountKey account, AccountState state) => new()
    {
        Adapter = account.Adapter,
        Account = account.Name,
        State = Names.Of(state.Phase),
        Since = state.Since.ToUnixTimeMilliseconds(),
        ChangedAt = state.ChangedAt.ToUnixTimeMilliseconds(),
        Until = state.Until.ToUnixTimeMilliseconds(),
        ReasonZh = state.Reason?.Zh,
        ReasonEn = state.Reason?.En,
        Failures = state.Failures,
        BackoffMs = (long)state.Backoff.TotalMilliseconds,
        Rate = state.Rate,
    };

    public AccountState ToState() => new()
    {
        Phase = Enum.Parse<AccountPhase>(State.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Since = Moments.From(Since),
        ChangedAt = Moments.From(ChangedAt),
        Until = Moments.From(Until),
        Reason = ReasonZh is null ? null : new Phrase(ReasonZh, ReasonEn ?? ReasonZh),
        Failures = (int)Failures,
        Backoff = TimeSpan.FromMilliseconds(BackoffMs),
        Rate = (int)Rate,
    };
}
