using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;

namespace DealBot.Core.Planning;

/// <summary>What addresses with a limit a month were sent earlier in the month than the plan looks back. Everybody else costs no query.</summary>
public static class MonthlyUse
{
    /// <summary>Reads it.</summary>
    /// <param name="plan">The ledger.</param>
    /// <param name="adapters">Adapters by name.</param>
    /// <param name="configuration">Says which addresses are in use.</param>
    /// <param name="before">From here on the plan looks itself.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<TakenMoment>> ReadAsync(
        IPostPlan plan, IReadOnlyDictionary<string, IMessagingAdapter> adapters, DealBotConfiguration configuration, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = new List<TakenMoment>();
        var limited = configuration.Channels.Where(channel => adapters[channel.Adapter].LimitsFor(channel.Address).AddressMessagesPerMonth is not null);
        foreach (var adapter in limited.GroupBy(channel => channel.Adapter, channel => channel.Address))
        {
            var month = BeginningOfMonth(before, adapters[adapter.Key].Limits.DayZone);
            var used = await plan.UsedAsync(adapter.Key, month, before, cancellationToken).ConfigureAwait(false);
            found.AddRange(adapter.Where(used.ContainsKey).Select(address => new TakenMoment(adapter.Key, address, GroupId: null, month, used[address], Images: 0)));
        }

        return found;
    }

    private static DateTimeOffset BeginningOfMonth(DateTimeOffset at, string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var first = new DateTime(local.Year, local.Month, 1);
        return new DateTimeOffset(first, zone.GetUtcOffset(first)).ToUniversalTime();
    }
}
