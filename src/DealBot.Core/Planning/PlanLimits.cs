using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Planning;

/// <summary>What a day is laid against, beside what each slot brings along.</summary>
/// <param name="Of">What an account is allowed, by adapter and address; null if the adapter is not configured.</param>
/// <param name="Fresh">How long after its own moment a slot is still worth posting.</param>
/// <param name="HeadroomPercent">Share of every limit that is left to digests, posts by hand and retries.</param>
public sealed record PlanLimits(Func<string, string, AdapterLimits?> Of, TimeSpan Fresh, int HeadroomPercent)
{
    /// <summary>The limits of the adapters and the options in force.</summary>
    public static PlanLimits From(IReadOnlyDictionary<string, IMessagingAdapter> adapters, PostingOptions options) => new(
        (adapter, address) => adapters.TryGetValue(adapter, out var known) ? known.LimitsFor(address) : null,
        TimeSpan.FromMinutes(options.FreshMinutes),
        options.HeadroomPercent);
}
