using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Posting;

/// <summary>Which account of a network an owner posts through.</summary>
public sealed class OwnerNetworks(IReadOnlyList<IAffiliateNetwork> networks, LiveConfiguration configuration)
{
    private readonly IReadOnlyDictionary<(string Network, string Account), IAffiliateNetwork> _networks =
        networks.ToDictionary(network => (network.Name, network.Account));

    /// <summary>Every account.</summary>
    public IReadOnlyList<IAffiliateNetwork> All => networks;

    /// <summary>The owner's account of a network; null if there is none. A post that was half sent when its owner was taken out has none either.</summary>
    public IAffiliateNetwork? Find(string ownerId, string network) =>
        configuration.Current.FindOwner(ownerId)?.NetworkAccounts.TryGetValue(network, out var account) == true ? _networks.GetValueOrDefault((network, account)) : null;

    /// <summary>What the owner is called; his id if he was taken out a moment ago.</summary>
    public string NameOf(string ownerId) => configuration.Current.FindOwner(ownerId)?.Name ?? ownerId;
}
