namespace DealBot.Simulators.Shoppers;

/// <summary>A chat group, as far as shopping goes.</summary>
/// <param name="Id">Group id; members keep their phones and addresses from post to post by it.</param>
/// <param name="Members">How many people read it.</param>
/// <param name="Taste">How much they care for a category: 1 is indifferent, 2 is twice as much. A category not named counts as 1.</param>
public sealed record ShopperGroup(string Id, int Members, IReadOnlyDictionary<string, double> Taste);
