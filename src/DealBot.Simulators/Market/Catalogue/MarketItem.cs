using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>One SKU of the invented catalogue: what does not change from day to day.</summary>
public sealed record MarketItem
{
    /// <summary>Raw SKU number.</summary>
    public required long SkuId { get; init; }

    /// <summary>The platform's opaque item id, 43 characters.</summary>
    public required string ItemId { get; init; }

    /// <summary>The main SKU that variants of one style share.</summary>
    public required long SpuId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The three levels of category.</summary>
    public required MarketCategory Category { get; init; }

    /// <summary>Shop number.</summary>
    public required long ShopId { get; init; }

    /// <summary>Shop name.</summary>
    public required string ShopName { get; init; }

    /// <summary>Sold by the platform itself (自营, owner g) rather than by a shop (POP, owner p).</summary>
    public required bool IsSelfOperated { get; init; }

    /// <summary>The crossed-out price.</summary>
    public required Money ListPrice { get; init; }

    /// <summary>What it usually costs in the app.</summary>
    public required Money UsualPrice { get; init; }

    /// <summary>Face value of its usual coupon; zero if it never has one.</summary>
    public required Money UsualDiscount { get; init; }

    /// <summary>Share of the price that goes to the promoter.</summary>
    public required Rate CommissionRate { get; init; }

    /// <summary>Share of good reviews.</summary>
    public required Rate GoodReviews { get; init; }

    /// <summary>Number of reviews.</summary>
    public required long Comments { get; init; }

    /// <summary>Orders through the union in 30 days.</summary>
    public required int Sales30Days { get; init; }

    /// <summary>The glyph of its picture.</summary>
    public required string Emoji { get; init; }

    /// <summary>The few words under the glyph.</summary>
    public required string Label { get; init; }

    /// <summary>What is odd about it.</summary>
    public MarketItemTrait Trait { get; init; }
}
