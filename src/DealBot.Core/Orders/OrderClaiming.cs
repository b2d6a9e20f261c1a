using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Takes an owner's word on which group an order came from. It wins over every rule, from now on and in every recount, and is booked in the transaction
/// that puts it on record, together with the figures it changes.
/// </summary>
public sealed class OrderClaiming(
    IReadOnlyList<IAffiliateNetwork> networks, IOrderClaims store, OrderTracing tracing, LiveConfiguration configuration, TimeProvider time)
{
    /// <summary>Claims all rows of an order, or takes that back.</summary>
    public async Task<ClaimResult> RunAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        while (true)
        {
            var rows = (await store.FindAsync(request.Order, cancellationToken).ConfigureAwait(false))
                .Where(row => request.Network is null || row.Row.Network == request.Network).ToList();
            if (await RefusalAsync(request, rows, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return new ClaimResult.Refused(refusal);
            }

            var open = rows.Where(row => !IsSo(row.Row, request.GroupId)).ToList();
            if (open.Count == 0)
            {
                return new ClaimResult.AlreadySo(Already(request, rows[0].Row));
            }

            // A version that comes in this very moment would be booked over: then everything is looked at again.
            if (await BookAsync(request, open, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }
    }

    private async Task<ClaimResult?> BookAsync(ClaimRequest request, List<ClaimableRow> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var booked = new List<(ClaimableRow Found, AttributedOrder Row)>(rows.Count);
        foreach (var row in rows)
        {
            var network = networks.FirstOrDefault(network => network.Name == row.Row.Network);
            if (network is null || row.Versions.Read(network) is not { } order)
            {
                return new ClaimResult.Refused(new Phrase(
                    $"订单行 {row.Row.RowId} 现在读不了：联盟 {row.Row.Network} 没有配置，或原文看不懂",
                    $"order row {row.Row.RowId} can't be read now: network {row.Row.Network} is not set up, or the row is not understood"));
            }

            booked.Add((row, await tracing.ClaimAsync(row.Versions.Account, order, request.GroupId, cancellationToken).ConfigureAwait(false)));
        }

        var claims = rows.Select(row => new OrderClaim(0, row.Row.Network, row.Row.RowId, request.GroupId, now, request.By)).ToList();
        var figures = await store.ClaimAsync(claims, booked, cancellationToken).ConfigureAwait(false);
        return figures is null ? null : new ClaimResult.Booked([.. rows.Select(row => row.Row)], figures);
    }

    private async ValueTask<Phrase?> RefusalAsync(ClaimRequest request, List<ClaimableRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return new Phrase(
                $"没有订单 {request.Order}：写订单号或行号，dealbot orders 列出全部，还没同步到的要等一会儿",
                $"no order {request.Order}: give an order number or a row id; dealbot orders lists them, one that is not synced yet takes a while");
        }

        if (rows.Select(row => row.Row.Network).Distinct().ToList() is { Count: > 1 } several)
        {
            var names = string.Join(' ', several);
            return new Phrase($"{request.Order} 在多个联盟都有：{names}。用 --network 指明哪一个", $"several networks have {request.Order}: {names}; say which with --network");
        }

        return request.GroupId is { } groupId ? await RefusalAsync(groupId, rows, cancellationToken).ConfigureAwait(false) : null;
    }

    private async ValueTask<Phrase?> RefusalAsync(string groupId, List<ClaimableRow> rows, CancellationToken cancellationToken)
    {
        if (configuration.Current.FindGroup(groupId) is not { } group)
        {
            var known = string.Join(' ', configuration.Current.Groups.Select(one => one.Id));
            return new Phrase($"没有群 {groupId}，有的是：{known}", $"no group {groupId}; there are: {known}");
        }

        foreach (var order in rows.Select(row => row.Row))
        {
            var owner = await tracing.OwnerOfAsync(order, cancellationToken).ConfigureAwait(false);
            if (owner != group.Owner)
            {
                return new Phrase(
                    $"订单 {order.OrderId} 来自账号 {order.Network}/{order.Account}（下单时的群主：{owner ?? "无"}），只能归到这位群主的群；{groupId} 属于 {group.Owner}",
                    $"order {order.OrderId} came through {order.Network}/{order.Account} (owner when it was ordered: {owner ?? "none"}) and can only go to a group of that owner; {groupId} belongs to {group.Owner}");
            }
        }

        return null;
    }

    /// <summary>Whether the word would change nothing. What was only inferred is not so yet: a word makes it sure.</summary>
    private static bool IsSo(ListedOrder row, string? groupId) => groupId is null
        ? row.Attribution.Method != AttributionMethod.Claimed
        : row.Attribution.GroupId == groupId && row.Attribution.Method != AttributionMethod.Join;

    private static Phrase Already(ClaimRequest request, ListedOrder row) => request.GroupId is { } groupId
        ? new Phrase($"订单 {row.OrderId} 已经归在 {groupId}", $"order {row.OrderId} belongs to {groupId} already")
        : new Phrase($"订单 {row.OrderId} 没有认领过，不用撤销", $"order {row.OrderId} was not claimed; there is nothing to undo");
}
