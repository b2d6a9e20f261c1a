using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Core.Planning;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Links;

/// <summary>
/// Converts a test link through every account now and then, so that an owner learns that conversion is broken before a whole evening's posts
/// are held back. It runs day and night, since it is silent unless something breaks. Accounts that no group uses, and networks without deals,
/// are not tried.
/// </summary>
public sealed class LinkCanary(LinkConversions conversions, DealCatalog catalog, ICanaryStore store, CanaryScope scope, ILogger<LinkCanary> logger)
{
    /// <summary>What test links carry; no group has it, since nobody is sent through them.</summary>
    private const string SubId = "canary";

    /// <summary>A single deal may be out of promotion; only if several are refused is it the account.</summary>
    private const int MostDeals = 3;

    /// <summary>Asking which field is at fault must not take longer than the fault is worth.</summary>
    private static readonly TimeSpan Diagnosis = TimeSpan.FromSeconds(30);

    /// <summary>Tries the accounts whose time has come.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var interval = TimeSpan.FromMinutes(scope.Options.CanaryMinutes);
        var now = scope.Time.GetUtcNow();
        var states = (await store.ListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(state => (state.Network, state.Account));
        var due = conversions.Accounts.All
            .Where(network => StateOf(network).IsDue(now, interval, OffsetOf(network, interval)) && DealsOf(network).Count > 0 && GroupsOf(network).Any())
            .ToList();
        await NetworkLanes.ForEachAsync(due, scope.Parallelism, (network, token) => TryAsync(network, StateOf(network), token), cancellationToken).ConfigureAwait(false);
        return due.Count;

        CanaryState StateOf(IAffiliateNetwork network) =>
            states.GetValueOrDefault((network.Name, network.Account)) ?? new CanaryState { Network = network.Name, Account = network.Account };
    }

    private static TimeSpan OffsetOf(IAffiliateNetwork network, TimeSpan interval) =>
        TimeSpan.FromMinutes(StableHash.Of($"{network.Name}/{network.Account}") % Math.Max(1, (int)interval.TotalMinutes));

    /// <summary>Deals that sell well: they are the least likely to be out of promotion.</summary>
    private List<Deal> DealsOf(IAffiliateNetwork network) =>
    [
        .. catalog.Entries.Select(entry => entry.Deal)
            .Where(deal => deal.Key.Network == network.Name)
            .OrderByDescending(deal => deal.Sales30Days ?? 0)
            .ThenBy(deal => deal.Key)
            .Take(MostDeals),
    ];

    private IEnumerable<Group> GroupsOf(IAffiliateNetwork network) => scope.Configuration.Current.GroupsOn(network.Name, network.Account);

    private async Task TryAsync(IAffiliateNetwork network, CanaryState before, CancellationToken cancellationToken)
    {
        var outcome = await ConvertAsync(network, cancellationToken).ConfigureAwait(false);
        var now = scope.Time.GetUtcNow();
        if (outcome.Result is not LinkResult.Refused refused)
        {
            if (before.IsTold)
            {
                LinkEvents.CanaryWorks(logger, network.Name, network.Account);
                await TellAsync(network, "links_work", CanaryWording.Works(before, now), cancellationToken).ConfigureAwait(false);
            }

            await store.KeepAsync(before.Worked(now), cancellationToken).ConfigureAwait(false);
            return;
        }

        var state = before.Failed(now, refused, isLasting: refused.AccountFault && !outcome.IsPassing);
        LinkEvents.CanaryFailed(logger, network.Name, network.Account, state.Failures, refused.Code, refused.Reason.En);
        if (state is { IsBroken: true, IsTold: false })
        {
            var faults = outcome.IsPassing ? [] : await DiagnoseAsync(network, cancellationToken).ConfigureAwait(false);
            await TellAsync(network, "links_broken", CanaryWording.Broken(state, faults, GroupsOf(network).Count(), scope.ZoneOf(network)), cancellationToken).ConfigureAwait(false);
            state = state with { IsTold = true };
        }

        // After a crash before this line the owner is told once more; before the notice he might not be told at all.
        await store.KeepAsync(state, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One that works is enough; a fault of the account, or no answer, needs no second deal.</summary>
    private async Task<Conversion> ConvertAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        // What the account can't carry would be refused, and no group's links carry it either.
        var tracking = new Tracking(SubId.Length <= network.Limits.SubIdLength ? SubId : null, null);
        Conversion? last = null;
        foreach (var deal in DealsOf(network))
        {
            last = await conversions.TryAsync(network, new LinkRequest(deal, tracking), cancellationToken).ConfigureAwait(false);
            if (last.Result is not LinkResult.Refused { AccountFault: false })
            {
                break;
            }
        }

        return last!;
    }

    /// <summary>Which fields are at fault, as far as the network can say.</summary>
    private async Task<IReadOnlyList<AccountFault>> DiagnoseAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Diagnosis, scope.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await network.TestAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task TellAsync(IAffiliateNetwork network, string kind, Phrase text, CancellationToken cancellationToken)
    {
        foreach (var owner in GroupsOf(network).Select(group => group.Owner).Distinct().Order(StringComparer.Ordinal).ToList())
        {
            await scope.Notices.TellAsync(new Notice(owner, kind, $"{network.Name}/{network.Account}", text), cancellationToken).ConfigureAwait(false);
        }
    }
}
