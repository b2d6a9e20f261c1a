using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;
using RestEase;

namespace DealBot.Networks.Suning;

/// <summary>Puts the Suning client together.</summary>
public static class SuningNetworkFactory
{
    /// <summary>The client of one account. Makes no call and starts nothing.</summary>
    /// <param name="options">Options without faults (<see cref="SuningOptionsValidator"/>).</param>
    /// <param name="accountName">A key of <see cref="SuningOptions.Accounts"/>.</param>
    /// <param name="http">
    /// Client to send with; stays the caller's. Its own time-out should exceed <see cref="SuningOptions.TimeoutSeconds"/>.
    /// </param>
    /// <param name="clock">Clock for time stamps and for the waits between retries.</param>
    /// <param name="loggers">Where to log retries and rows left out.</param>
    /// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static IAffiliateNetwork Create(
        SuningOptions options,
        string accountName,
        HttpClient http,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<double>? randomizer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new WireParts(SuningErrors.All, options, clock, randomizer, loggers.CreateLogger("DealBot.Networks.Suning"));
        var account = parts.Account(options.Accounts, accountName);
        var client = new SuningClient(options, account, new RestClient(http).For<ISuningGateway>(), parts.Wire(account.AppSecret), clock);
        return new SuningNetwork(
            accountName,
            account,
            new SuningListing(options, client, new SuningDeals(options, clock), parts.Logger),
            new SuningLinks(account, client, new SuningLinkProof(options, account)),
            new SuningOrders(client, parts.Logger),
            clock);
    }
}
