using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;
using RestEase;

namespace DealBot.Networks.Taobao;

/// <summary>Puts the Taobao client together.</summary>
public static class TaobaoNetworkFactory
{
    // Not documented; the console shows orders of three months.
    private static readonly TimeSpan MaxOrderAge = TimeSpan.FromDays(90);

    /// <summary>The client of one account. Makes no call and starts nothing.</summary>
    /// <param name="options">Options without faults (<see cref="TaobaoOptionsValidator"/>).</param>
    /// <param name="accountName">A key of <see cref="TaobaoOptions.Accounts"/>.</param>
    /// <param name="http">
    /// Client to send with; stays the caller's. Its own time-out should exceed <see cref="TaobaoOptions.TimeoutSeconds"/>.
    /// </param>
    /// <param name="clock">Clock for time stamps and for the waits between retries.</param>
    /// <param name="loggers">Where to log retries and rows left out.</param>
    /// <param name="randomizer">Numbers in [0, 1) that spread retries; null for random ones.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static IAffiliateNetwork Create(
        TaobaoOptions options,
        string accountName,
        HttpClient http,
        TimeProvider clock,
        ILoggerFactory loggers,
        Func<double>? randomizer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new WireParts(TaobaoErrors.All, options, clock, randomizer, loggers.CreateLogger("DealBot.Networks.Taobao"));
        var account = parts.Account(options.Accounts, accountName);
        var client = new TaobaoClient(options, account, new RestClient(http).For<ITaobaoGateway>(), parts.Wire(account.AppSecret), clock);
        var search = new TaobaoSearch(options, client);
        var deals = new TaobaoDeals(options, account);
        var limits = new NetworkLimits(TimeSpan.FromMinutes(options.OrderWindowMinutes), MaxOrderAge, ByOrderTime: true);
        return new TaobaoNetwork(
            accountName,
            account,
            limits,
            new TaobaoListing(options, account, search, deals, clock, parts.Logger),
            new TaobaoRechecks(account, search, deals, clock),
            new TaobaoLinks(account, search, new TaobaoCommands(client), new TaobaoLinkProof(options)),
            new TaobaoOrders(limits, client, clock, parts.Logger),
            clock);
    }
}
