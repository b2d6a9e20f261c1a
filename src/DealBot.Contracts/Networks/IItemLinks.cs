namespace DealBot.Contracts;

/// <summary>A network that recognises its own items in what people share implements this beside <see cref="IAffiliateNetwork"/>.</summary>
public interface IItemLinks
{
    /// <summary>
    /// Ids of the items that links in a text lead to, in their order: item ids, or SKU numbers as <see cref="Deal.SkuId"/> has them. Only what the text
    /// itself says; nobody is called, so a short link leads to nothing. Does not throw.
    /// </summary>
    IReadOnlyList<string> ItemsIn(string text);
}
