using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Wire;

/// <summary>What the client of every network begins with: its account, its log, its way to the gateway.</summary>
/// <param name="errors">The network's codes.</param>
/// <param name="options">How long to wait and how often to repeat.</param>
/// <param name="clock">Clock for the waits between retries.</param>
/// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
/// <param name="logger">Where to log retries.</param>
internal sealed class WireParts(WireErrors errors, IWireOptions options, TimeProvider clock, Func<double>? randomizer, ILogger logger)
{
    public ILogger Logger => logger;

    /// <summary>The account of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public T Account<T>(IReadOnlyDictionary<string, T> accounts, string accountName) => accounts.TryGetValue(accountName, out var account)
        ? account
        : throw new ArgumentException($"There is no {errors.Called.En} account named {accountName}.", nameof(accountName));

    /// <summary>What sends for an account.</summary>
    /// <param name="secrets">The account's secrets; nulls are passed over.</param>
    public WireClient Wire(params IEnumerable<string?> secrets) => new(
        errors, WireRetry.Build(errors, options.MaxRetries, clock, randomizer, logger), TimeSpan.FromSeconds(options.TimeoutSeconds), secrets);
}
