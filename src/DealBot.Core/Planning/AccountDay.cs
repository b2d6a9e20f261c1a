using DealBot.Contracts;
using DealBot.Core.Accounts;

namespace DealBot.Core.Planning;

/// <summary>How full an account is on a day.</summary>
/// <param name="Account">The account.</param>
/// <param name="Limits">What it is allowed; null if its adapter is not configured.</param>
public sealed record AccountDay(AccountKey Account, AdapterLimits? Limits)
{
    /// <summary>Messages, sent and planned.</summary>
    public required int Messages { get; init; }

    /// <summary>Pictures among them.</summary>
    public required int Images { get; init; }

    /// <summary>Most messages within any minute.</summary>
    public required int BusiestMinute { get; init; }

    /// <summary>Most messages within any hour.</summary>
    public required int BusiestHour { get; init; }

    /// <summary>Posts that found no room, whichever limit it was.</summary>
    public required int Dropped { get; init; }
}
