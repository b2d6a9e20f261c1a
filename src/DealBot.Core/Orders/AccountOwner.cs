namespace DealBot.Core.Orders;

/// <summary>From when on somebody held an account of a network.</summary>
/// <param name="Number">Counts up in the order of noting.</param>
/// <param name="Network">Network name.</param>
/// <param name="Account">Account name.</param>
/// <param name="OwnerId">Who.</param>
/// <param name="EffectiveAt">Orders made then and later are his.</param>
public sealed record AccountOwner(long Number, string Network, string Account, string OwnerId, DateTimeOffset EffectiveAt);
