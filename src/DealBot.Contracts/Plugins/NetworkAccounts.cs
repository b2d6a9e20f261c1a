namespace DealBot.Contracts;

/// <summary>An affiliate network as a plugin brings it.</summary>
/// <param name="Accounts">Its accounts, each with a name of its own; at least one.</param>
/// <param name="Queries">What the catalog lists, through the first account; empty for a network that only converts links and reports orders.</param>
public sealed record NetworkAccounts(IReadOnlyList<IAffiliateNetwork> Accounts, IReadOnlyList<DealQuery> Queries);
