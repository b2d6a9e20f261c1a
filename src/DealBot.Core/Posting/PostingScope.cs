using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Posting;

/// <summary>What posting goes by: adapters by name, the public links, the owners' configuration, options.</summary>
public sealed record PostingScope(
    IReadOnlyDictionary<string, IMessagingAdapter> Adapters,
    PublicLinks Links,
    LiveConfiguration Configuration,
    PostingOptions Options)
{
    /// <summary>
    /// What may be posted to an address. Where a platform fetches pictures itself and can't reach this service, posts go out as text: a group
    /// would see a broken picture.
    /// </summary>
    public AdapterLimits LimitsFor(string adapter, string address)
    {
        var limits = Adapters[adapter].LimitsFor(address);
        return limits.PicturesByUrl && !Links.ArePublic ? limits with { Kinds = limits.Kinds & ~(MessageKinds.Image | MessageKinds.Captioned) } : limits;
    }

    /// <summary>The account that posts to an address.</summary>
    public AccountKey AccountOf(string adapter, string address) => Adapters.AccountOf(adapter, address);

    /// <summary>Who posts through an account, or reads the digest there.</summary>
    public IEnumerable<Owner> OwnersOf(AccountKey account) =>
        Configuration.Current.OwnersOf((adapter, address) => adapter == account.Adapter && AccountOf(adapter, address) == account);
}
