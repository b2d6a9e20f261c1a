namespace DealBot.Contracts;

/// <summary>One item of a network as seen at a moment. Null means that the network did not say, never zero.</summary>
public sealed record Deal
{
    /// <summary>Network and item id.</summary>
    public required DealKey Key { get; init; }

    /// <summary>Raw SKU number where the network still gives it.</summary>
    public string? SkuId { get; init; }

    /// <summary>The style that colours and sizes share (主商品, spu); deals with the same one are the same thing to a member.</summary>
    public string? MainSkuId { get; init; }

    /// <summary>Title as the network gives it.</summary>
    public required string Title { get; init; }

    /// <summary>Brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Shop name.</summary>
    public string? ShopName { get; init; }

    /// <summary>Platform or shop.</summary>
    public SellerKind Seller { get; init; }

    /// <summary>Top category name, for example 母婴.</summary>
    public required string Category { get; init; }

    /// <summary>Finest category name, for example 纸尿裤.</summary>
    public string? Subcategory { get; init; }

    /// <summary>What the item costs without the coupon, in the app (商城价). Positive.</summary>
    public required Money Price { get; init; }

    /// <summary>What a member pays through the link (券后价). Positive, at most <see cref="Price"/>.</summary>
    public required Money FinalPrice { get; init; }

    /// <summary>The best coupon; null if there is none.</summary>
    public Coupon? Coupon { get; init; }

    /// <summary>Share of the final price that the owner earns.</summary>
    public required Rate CommissionRate { get; init; }

    /// <summary>Share of good reviews.</summary>
    public Rate? GoodReviews { get; init; }

    /// <summary>Number of reviews.</summary>
    public long? Comments { get; init; }

    /// <summary>Orders through the network in the last 30 days.</summary>
    public long? Sales30Days { get; init; }

    /// <summary>Main picture.</summary>
    public Uri? ImageUrl { get; init; }

    /// <summary>What the network wants as material on conversion.</summary>
    public required string MaterialUrl { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public bool? InStock { get; init; }

    /// <summary>Channel of the network through which it was found, for example a JD eliteId.</summary>
    public string? Channel { get; init; }

    /// <summary>When the network answered.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What the owner earns on one piece, estimated from final price and rate.</summary>
    public Money EstimatedCommission => CommissionRate.Of(FinalPrice);

    /// <summary>What the coupon and price cut save, in fen; never negative.</summary>
    public Money Saving => Money.Max(Money.Zero, Price - FinalPrice);
}
