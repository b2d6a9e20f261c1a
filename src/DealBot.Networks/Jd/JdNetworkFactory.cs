using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;
using RestEase;

namespace DealBot.Networks.Jd;

/// <summary>Puts the JD Union client together.</summary>
public static class JdNetworkFactory
{
    /// <summary>The client of one account. Makes no call and starts nothing.</summary>
    /// <param name="options">Options without faults (<see cref="JdOptionsValidator"/>).</param>
    /// <param name="accountName">A key of <see cref="JdOptions.Accounts"/>.</param>
    /// <param name="http">
    /// Client to send with; stays the caller's. Its own time-out should exceed <see cref="JdOptions.TimeoutSeconds"/>.
    /// </param>
    /// <param name="clock">Clock for time stamps and for the waits between retries.</param>
    /// <param name="loggers">Where to log retries and rows left out.</param>
    /// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static IAffiliateNetwork Create(
        JdOptions options,
        string accountName,
        HttpClient http,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<double>? randomizer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new WireParts(JdErrors.All, options, clock, randomizer, loggers.CreateLogger("DealBot.Networks.Jd"));
        var account = parts.Account(options.Accounts, accountName);
        var client = new JdClient(options, account, new RestClient(http).For<IJdGateway>(), parts.Wire(account.AppSecret, account.AccessToken), clock);
        return new JdNetwork(
            accountName,
            new JdListing(options, client, clock, parts.Logger),
            new JdRecheck(client, clock),
            new JdLinks(account, client, new JdLinkProof(options, account), clock),
            new JdOrders(client, clock, parts.Logger),
            clock);
    }
}
