using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;
using RestEase;

namespace DealBot.Networks.Pdd;

/// <summary>Puts the Pinduoduo client together.</summary>
public static class PddNetworkFactory
{
    /// <summary>The client of one account. Makes no call and starts nothing.</summary>
    /// <param name="options">Options without faults (<see cref="PddOptionsValidator"/>).</param>
    /// <param name="accountName">A key of <see cref="PddOptions.Accounts"/>.</param>
    /// <param name="http">
    /// Client to send with; stays the caller's. Its own time-out should exceed <see cref="PddOptions.TimeoutSeconds"/>.
    /// </param>
    /// <param name="clock">Clock for time stamps and for the waits between retries.</param>
    /// <param name="loggers">Where to log retries and rows left out.</param>
    /// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static IAffiliateNetwork Create(
        PddOptions options,
        string accountName,
        HttpClient http,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<double>? randomizer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new WireParts(PddErrors.All, options, clock, randomizer, loggers.CreateLogger("DealBot.Networks.Pdd"));
        var account = parts.Account(options.Accounts, accountName);
        var client = new PddClient(options, account, new RestClient(http).For<IPddGateway>(), parts.Wire(account.ClientSecret), clock);
        var parameters = new PddCustomParameters(account);
        return new PddNetwork(
            accountName,
            new PddListing(options, account, parameters, client, clock, parts.Logger),
            new PddLinks(account, parameters, client, new PddLinkProof(options, parameters)),
            new PddOrders(client, new PddOrderRows(parameters), clock, parts.Logger),
            new PddProbe(options, account, parameters, client, clock));
    }
}
