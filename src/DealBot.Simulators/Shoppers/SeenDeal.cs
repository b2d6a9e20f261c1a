using DealBot.Contracts;

namespace DealBot.Simulators.Shoppers;

/// <summary>A deal as members see it in a post.</summary>
/// <param name="Link">The link in the post.</param>
/// <param name="Category">Top category name.</param>
/// <param name="Price">Price in the app.</param>
/// <param name="FinalPrice">Price through the link.</param>
public sealed record SeenDeal(Uri Link, string Category, Money Price, Money FinalPrice);
