using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Host.Rehearsal;

/// <summary>What a shopper can tell from a message: which group it is in, and what each link is about.</summary>
internal sealed class ShopWindow(DealBotConfiguration configuration, LinkDirectory links, DealCatalog catalog)
{
    public Group? GroupOf(ChatMessage message) =>
        configuration.Groups.FirstOrDefault(group => group.Adapter == message.Adapter && group.Address == message.Address);

    public IReadOnlyDictionary<string, double> TasteOf(Group group) => configuration.Audience(group.Audience).Categories;

    public async Task<Deal?> FindAsync(string code, CancellationToken cancellationToken) =>
        await links.FindAsync(code, cancellationToken) is { } link ? catalog.Find(link.Deal)?.Deal : null;
}
