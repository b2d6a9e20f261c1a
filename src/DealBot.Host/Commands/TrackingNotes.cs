using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Host.Composition;

namespace DealBot.Host.Commands;

/// <summary>Accounts whose orders can't all be told apart: neither sub ids granted nor a position for each group. No fault, since orders are inferred then; but never sure.</summary>
internal static class TrackingNotes
{
    public static IEnumerable<Phrase> Of(Foundation foundation)
    {
        foreach (var network in foundation.Integrations.Networks.Where(network => !GroupTracking.HasSubIds(network.Limits)))
        {
            var groups = foundation.Configuration.Current.GroupsOn(network.Name, network.Account).ToList();
            var taken = groups.Select(group => group.Positions.GetValueOrDefault(network.Name)).OfType<string>().ToHashSet();
            var waiting = groups.Where(group => !group.Positions.ContainsKey(network.Name)).Select(group => group.Id).ToList();
            var missing = waiting.Count - network.Positions.Count(position => !taken.Contains(position));
            if (missing > 0)
            {
                var names = string.Join(' ', waiting);
                yield return new Phrase(
                    $"联盟 {network.Name}/{network.Account} 没有跟单参数权限，还差 {missing} 个推广位，这些群有的订单只能按点击推断：{names}。在联盟后台建好填进账号的 Positions，或写在群的 positions 里",
                    $"{network.Name}/{network.Account} was not granted sub ids and lacks {missing} promotion positions, so that orders of some of these groups can only be inferred from clicks: {names}; create them in the network's console and add them to the account's Positions, or to the groups' positions");
            }
        }
    }
}
