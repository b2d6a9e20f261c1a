using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>Which deals are fit to be posted. Each value left out is taken from the next wider filter, at last from <see cref="Default"/>.</summary>
public sealed record DealFilter
{
    /// <summary>What holds where nobody says otherwise.</summary>
    public static readonly DealFilter Default = new()
    {
        MinPrice = new Money(100),
        MaxPrice = new Money(500_000),
        MinCommissionPercent = Rate.FromPercent(1),
        MinCommission = new Money(20),
        MinGoodReviewsPercent = Rate.FromPercent(90),
        CouponHours = 4,
        RepeatDays = 3,
        Categories = [],
        ExcludedCategories = [],
        ExcludedWords = [],
    };

    [Description("券后价下限（元）")]
    public Money? MinPrice { get; init; }

    [Description("券后价上限（元）")]
    public Money? MaxPrice { get; init; }

    [Description("佣金比例下限（百分数，15 表示 15%）")]
    public Rate? MinCommissionPercent { get; init; }

    [Description("每件预估佣金下限（元）")]
    public Money? MinCommission { get; init; }

    [Description("好评率下限（百分数）；平台没有给出好评率的商品不受此限制")]
    public Rate? MinGoodReviewsPercent { get; init; }

    [Description("优惠券至少还要有效多少小时")]
    public int? CouponHours { get; init; }

    [Description("同一商品在同一群里多少天内不重复发")]
    public int? RepeatDays { get; init; }

    [Description("只要这些类目；空数组表示不限")]
    public IReadOnlyList<string>? Categories { get; init; }

    [Description("不要这些类目")]
    public IReadOnlyList<string>? ExcludedCategories { get; init; }

    [Description("标题里含有这些词的商品不要")]
    public IReadOnlyList<string>? ExcludedWords { get; init; }

    /// <summary>This filter where it says something, else the wider one.</summary>
    public DealFilter Over(DealFilter? wider) => wider is null ? this : new DealFilter
    {
        MinPrice = MinPrice ?? wider.MinPrice,
        MaxPrice = MaxPrice ?? wider.MaxPrice,
        MinCommissionPercent = MinCommissionPercent ?? wider.MinCommissionPercent,
        MinCommission = MinCommission ?? wider.MinCommission,
        MinGoodReviewsPercent = MinGoodReviewsPercent ?? wider.MinGoodReviewsPercent,
        CouponHours = CouponHours ?? wider.CouponHours,
        RepeatDays = RepeatDays ?? wider.RepeatDays,
        Categories = Categories ?? wider.Categories,
        ExcludedCategories = ExcludedCategories ?? wider.ExcludedCategories,
        ExcludedWords = ExcludedWords ?? wider.ExcludedWords,
    };
}
