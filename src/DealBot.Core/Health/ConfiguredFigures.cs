using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Links;

namespace DealBot.Core.Health;

/// <summary>
/// The figures of accounts that are in use. What the database knows of others stood still when they were taken out of the settings, and would be
/// warned of for ever.
/// </summary>
public sealed class ConfiguredFigures(
    IServiceFigures all, IReadOnlyList<IAffiliateNetwork> networks, LiveConfiguration configuration, ConversionOptions links) : IServiceFigures
{
    public async Task<ServiceFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var figures = await all.ReadAsync(now, cancellationToken).ConfigureAwait(false);
        return figures with
        {
            Orders = [.. figures.Orders.Where(known => IsSetUp(known.Network, known.Account))],
            Links = [.. figures.Links.Where(state => links.CanaryMinutes > 0 && IsSetUp(state.Network, state.Account) && IsUsed(state.Network, state.Account))],
        };
    }

    public Task<IReadOnlyList<SentPost>> SentAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        all.SentAsync(after, until, cancellationToken);

    public Task<IReadOnlyList<AccountLoad>> LoadsAsync(DateTimeOffset now, CancellationToken cancellationToken) => all.LoadsAsync(now, cancellationToken);

    private bool IsSetUp(string network, string account) => networks.Any(known => known.Name == network && known.Account == account);

    /// <summary>Links are tried only through accounts that groups post through.</summary>
    private bool IsUsed(string network, string account) => configuration.Current.GroupsOn(network, account).Any();
}
