using DealBot.Core.Accounts;
using DealBot.Core.Links;

namespace DealBot.Core.Health;

/// <summary>How the work stands, as the ledger has it.</summary>
public sealed record ServiceFigures
{
    /// <summary>Posts whose moment has come and that are not sent yet.</summary>
    public required long Due { get; init; }

    /// <summary>When the oldest of them was due; null if there is none.</summary>
    public required DateTimeOffset? OldestDue { get; init; }

    /// <summary>Posts planned for later.</summary>
    public required long Ahead { get; init; }

    /// <summary>Posts due within the last 24 hours, by state.</summary>
    public required IReadOnlyDictionary<string, long> LastDay { get; init; }

    /// <summary>Clicks by people within the last 24 hours.</summary>
    public required long Clicks { get; init; }

    /// <summary>How far orders are known, for each account of a network.</summary>
    public required IReadOnlyList<OrdersKnown> Orders { get; init; }

    /// <summary>What test links have shown, for each account ever tried.</summary>
    public IReadOnlyList<CanaryState> Links { get; init; } = [];

    /// <summary>When the latest post was sent; null if none was.</summary>
    public required DateTimeOffset? LatestSent { get; init; }

    /// <summary>Of the posts of the last 24 hours whose end is known, how many did not certainly arrive, 0 to 1.</summary>
    public double FailureRate
    {
        get
        {
            var lost = LastDay.GetValueOrDefault("failed") + LastDay.GetValueOrDefault("unknown");
            var all = lost + LastDay.GetValueOrDefault("sent");
            return all == 0 ? 0 : lost / (double)all;
        }
    }
}

/// <summary>How far the orders of an account are known.</summary>
public sealed record OrdersKnown(string Network, string Account, DateTimeOffset Until);

/// <summary>A post that was sent.</summary>
/// <param name="Kind">What kind of post.</param>
/// <param name="Late">How long after its planned moment it was sent.</param>
public sealed record SentPost(string Kind, TimeSpan Late);

/// <summary>How many messages an account was handed lately.</summary>
public sealed record AccountLoad(AccountKey Account, long LastMinute, long LastHour, long LastDay);
