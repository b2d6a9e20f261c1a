using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Posting;

namespace DealBot.Core.Planning;

/// <summary>What a day is laid against, beside what each slot brings along.</summary>
/// <param name="Of">What an address and its account are allowed, by adapter and address; null if the adapter is not configured.</param>
/// <param name="Fresh">How long after its own moment a slot is still worth posting.</param>
/// <param name="HeadroomPercent">Share of every limit that is left to digests, posts by hand and retries.</param>
public sealed record PlanLimits(Func<string, string, AdapterLimits?> Of, TimeSpan Fresh, int HeadroomPercent)
{
    /// <summary>Which account posts to an address, by adapter and address.</summary>
    public Func<string, string, AccountKey> AccountOf { get; init; } = (adapter, address) => new AccountKey(adapter, address);

    /// <summary>What counts for the month although the plan does not look back so far.</summary>
    public IReadOnlyList<TakenMoment> Earlier { get; init; } = [];

    /// <summary>The limits of the adapters and the options in force.</summary>
    public static PlanLimits From(IReadOnlyDictionary<string, IMessagingAdapter> adapters, PostingOptions options) => new(
        (adapter, address) => adapters.TryGetValue(adapter, out var known) ? known.LimitsFor(address) : null,
        TimeSpan.FromMinutes(options.FreshMinutes),
        options.HeadroomPercent)
    {
        AccountOf = adapters.AccountOf,
    };
}
