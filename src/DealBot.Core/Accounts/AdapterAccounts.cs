using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Accounts;

/// <summary>Tells which account posts to an address.</summary>
public static class AdapterAccounts
{
    /// <summary>The account behind an address; named like the address where the adapter is no longer configured.</summary>
    public static AccountKey AccountOf(this IReadOnlyDictionary<string, IMessagingAdapter> adapters, string adapter, string address) =>
        new(adapter, adapters.TryGetValue(adapter, out var known) ? known.AccountOf(address) : address);

    /// <summary>What an account is allowed as a whole, which any of its addresses in use tells; null if its adapter is not configured.</summary>
    public static AdapterLimits? LimitsOf(this IReadOnlyDictionary<string, IMessagingAdapter> adapters, AccountKey account, DealBotConfiguration configuration)
    {
        var address = configuration.Channels
            .Where(channel => channel.Adapter == account.Adapter && adapters.AccountOf(channel.Adapter, channel.Address) == account)
            .Select(channel => channel.Address).FirstOrDefault(account.Name);
        return adapters.TryGetValue(account.Adapter, out var adapter) ? adapter.LimitsFor(address) : null;
    }
}
