using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;

namespace DealBot.Core.Orders;

/// <summary>
/// Which position a group's links carry: the one that the owner chose for it; else, where the account was not granted sub ids, one of the account's
/// pool, allotted when the group first needs it and kept. Without either the account's general position is left to the network.
/// </summary>
public sealed class PositionPool(PositionHolders holders, IPositionStore store, LiveConfiguration configuration, INotices notices, OrderSyncSettings settings)
{
    /// <summary>What the notice of too few positions is called.</summary>
    public const string Exhausted = "positions_exhausted";

    private static readonly TimeSpan BetweenWords = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Network, string Account), (int Missing, DateTimeOffset At)> _told = new();

    /// <summary>The position; null for the account's general one.</summary>
    public async ValueTask<string?> ForAsync(IAffiliateNetwork network, Group group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(group);
        if (group.Positions.TryGetValue(network.Name, out var own))
        {
            return own;
        }

        return GroupTracking.HasSubIds(network.Limits) || network.Positions.Count == 0
            ? null
            : await AllottedAsync(network, group, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> AllottedAsync(IAffiliateNetwork network, Group group, CancellationToken cancellationToken)
    {
        var sharers = configuration.Current.GroupsOn(network.Name, network.Account).ToList();
        var free = network.Positions.Except(sharers.Select(one => one.Positions.GetValueOrDefault(network.Name))).OfType<string>().ToList();
        var waiting = sharers.Where(one => !one.Positions.ContainsKey(network.Name)).Select(one => one.Id).Append(group.Id).ToHashSet();
        var held = await holders.HeldAsync(network, cancellationToken).ConfigureAwait(false);
        if (held.All(one => waiting.Contains(one.GroupId) && free.Contains(one.Position)) && held.FirstOrDefault(one => one.GroupId == group.Id) is { } mine)
        {
            return mine.Position;
        }

        var now = settings.Time.GetUtcNow();
        var position = await store.AllotAsync(
            new PositionWish
            {
                Network = network.Name,
                Account = network.Account,
                GroupId = group.Id,
                Positions = free,
                Holders = waiting,
                Now = now,
                GivenUpBy = now.AddDays(-settings.Options.PositionQuarantineDays),
            },
            cancellationToken).ConfigureAwait(false);
        holders.Forget();
        if (position is null)
        {
            held = await holders.HeldAsync(network, cancellationToken).ConfigureAwait(false);
            await TellAsync(network, group, waiting.Except(held.Select(one => one.GroupId)).Count(), cancellationToken).ConfigureAwait(false);
        }

        return position;
    }

    /// <summary>Once a day and whenever the number changes, not with every post.</summary>
    private async Task TellAsync(IAffiliateNetwork network, Group group, int missing, CancellationToken cancellationToken)
    {
        var (account, now) = ((network.Name, network.Account), settings.Time.GetUtcNow());
        if (_told.TryGetValue(account, out var told) && told.Missing == missing && told.At <= now && now - told.At < BetweenWords)
        {
            return;
        }

        _told[account] = (missing, now);
        var name = $"{network.Name}/{network.Account}";
        await notices.TellAsync(
            new Notice(group.Owner, Exhausted, name, new Phrase(
                $"联盟 {name} 的推广位不够分，还有 {missing} 个群没有自己的推广位，它们的订单只能按点击推断。请在联盟后台再建 {missing} 个推广位，填进这个账号的 Positions（删掉的群让出的推广位要隔 {settings.Options.PositionQuarantineDays} 天才再分）",
                $"{name} has too few promotion positions: {missing} groups have none of their own, so their orders can only be inferred from clicks. Create {missing} more in the network's console and add them to the account's Positions (what a deleted group gave up is allotted again after {settings.Options.PositionQuarantineDays} days)")),
            cancellationToken).ConfigureAwait(false);
    }
}
