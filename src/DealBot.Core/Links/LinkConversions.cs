using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Links;

/// <summary>Converts through the owner's account of a network, and lets only links through that prove themselves.</summary>
public sealed class LinkConversions(OwnerNetworks accounts, ConversionOptions options, TimeProvider time)
{
    private readonly LinkGate _gate = new();

    private readonly IReadOnlyDictionary<IAffiliateNetwork, NetworkLane> _lanes = accounts.All.ToDictionary(
        network => network,
        network => new NetworkLane(network, new LanePatience(TimeSpan.FromSeconds(options.ConvertSeconds), time), time));

    private readonly ConcurrentDictionary<IAffiliateNetwork, bool> _inTrouble = new();
    private long _recoveries;

    /// <summary>How often an account has converted again after trouble that passes by itself: whoever waits for one looks whether this has grown.</summary>
    public long Recoveries => Interlocked.Read(ref _recoveries);

    /// <summary>Whose account is whose.</summary>
    public OwnerNetworks Accounts => accounts;

    /// <summary>Converts through an account. What the network refuses, and that it can't be reached, are values.</summary>
    public Task<Conversion> ConvertAsync(IAffiliateNetwork network, LinkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(request);
        return HasLink(request.Deal)
            ? Task.FromResult(new Conversion(network.Account, LinkInTitle))
            : ConvertAsync(network, request, _lanes[network].CallAsync, cancellationToken);
    }

    /// <summary>The outcome where the owner has no account: every deal of the network would be refused alike.</summary>
    public Conversion NoAccount(string ownerId, string network) => new(
        "",
        new LinkResult.Refused("no_account", new Phrase($"群主 {accounts.NameOf(ownerId)} 没有 {network} 账号", $"owner {ownerId} has no {network} account"), AccountFault: true));

    /// <summary>Converts through an account to see whether it can, even while it is left alone for not answering.</summary>
    public Task<Conversion> TryAsync(IAffiliateNetwork network, LinkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        return ConvertAsync(network, request, _lanes[network].TryAsync, cancellationToken);
    }

    private async Task<Conversion> ConvertAsync(
        IAffiliateNetwork network,
        LinkRequest request,
        Func<Func<CancellationToken, Task<LinkResult>>, CancellationToken, Task<LinkResult>> call,
        CancellationToken cancellationToken)
    {
        try
        {
            var result = await call(token => network.ConvertAsync(request, token), cancellationToken).ConfigureAwait(false);
            Note(network, result);
            return new Conversion(network.Account, result is LinkResult.Converted converted ? _gate.Check(request, network.Limits, converted, time.GetUtcNow()) : result);
        }
        catch (NetworkException exception)
        {
            // What the network did not answer for one deal, it will not answer for the next in this moment either.
            var refused = new LinkResult.Refused(exception.Code, exception.Reason, AccountFault: exception.IsTransient) { IsPassing = exception.IsTransient };
            Note(network, refused);
            return new Conversion(network.Account, refused);
        }
    }

    private void Note(IAffiliateNetwork network, LinkResult result)
    {
        if (result is LinkResult.Refused { AccountFault: true, IsPassing: true })
        {
            _inTrouble[network] = true;
        }
        else if (result is LinkResult.Converted && _inTrouble.TryRemove(network, out _))
        {
            Interlocked.Increment(ref _recoveries);
        }
    }

    /// <summary>A shop that writes an address into a title sends members past the owner's link.</summary>
    private static bool HasLink(Deal deal) => OutgoingLinks.In($"{deal.Title} {deal.ShopName} {deal.Brand}").Any();

    private static LinkResult.Refused LinkInTitle { get; } = new(
        "link_in_title", new Phrase("商品标题里夹带了别的链接", "the title of the deal has a link of its own"), AccountFault: false);
}
