using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;
using RestEase;

namespace DealBot.Networks.Vip;

/// <summary>Puts the Vipshop client together.</summary>
public static class VipNetworkFactory
{
    /// <summary>The client of one account. Makes no call and starts nothing.</summary>
    /// <param name="options">Options without faults (<see cref="VipOptionsValidator"/>).</param>
    /// <param name="accountName">A key of <see cref="VipOptions.Accounts"/>.</param>
    /// <param name="http">
    /// Client to send with; stays the caller's. Its own time-out should exceed <see cref="VipOptions.TimeoutSeconds"/>.
    /// </param>
    /// <param name="clock">Clock for time stamps and for the waits between retries.</param>
    /// <param name="loggers">Where to log retries and rows left out.</param>
    /// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static IAffiliateNetwork Create(
        VipOptions options,
        string accountName,
        HttpClient http,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<double>? randomizer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new WireParts(VipErrors.All, options, clock, randomizer, loggers.CreateLogger("DealBot.Networks.Vip"));
        var account = parts.Account(options.Accounts, accountName);
        var client = new VipClient(options, account, new RestClient(http).For<IVipGateway>(), parts.Wire(account.AppSecret, account.AccessToken), clock);
        return new VipNetwork(
            accountName,
            account,
            new VipListing(options, account, client, clock, parts.Logger),
            new VipLinks(account, client, new VipLinkProof(options, account)),
            new VipOrders(client, clock, parts.Logger),
            clock);
    }
}
