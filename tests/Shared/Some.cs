using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Tests.Shared;

/// <summary>Values of which a test says only what matters to it.</summary>
internal static class Some
{
    private const string TitleLetters = "纸尿裤洗衣液奶粉牙膏抽湿巾儿童水杯收纳盒电饭煲台灯手套雨伞背包拖鞋毛巾枕头床单锅铲剪刀梳子镜子风扇加湿器";

    /// <summary>A Monday morning in Shanghai.</summary>
    public static readonly DateTimeOffset Morning = Shanghai("2026-06-01 09:00");

    public static readonly Phrase Phrase = new("缘由", "cause");

    /// <summary>A moment by Shanghai's clock.</summary>
    public static DateTimeOffset Shanghai(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    /// <summary>A deal that every default rule lets through. Deals of different ids have titles that are nothing like each other.</summary>
    public static Deal Deal(
        string id = "1001",
        decimal price = 100,
        decimal? finalPrice = null,
        decimal rate = 10,
        string? title = null,
        string category = "母婴",
        DateTimeOffset? seenAt = null) => new()
        {
            Key = new DealKey("jd", id),
            Title = title ?? Title(id),
            Category = category,
            Price = Money.FromYuan(price),
            FinalPrice = Money.FromYuan(finalPrice ?? price),
            CommissionRate = Rate.FromPercent(rate),
            GoodReviews = Rate.FromPercent(98),
            MaterialUrl = $"https://item.example/{id}",
            SeenAt = seenAt ?? Morning,
        };

    public static CatalogEntry Entry(Deal deal) => CatalogEntry.Of(deal);

    public static Coupon Coupon(DateTimeOffset? startsAt = null, DateTimeOffset? endsAt = null, decimal discount = 20) =>
        new(Money.FromYuan(discount), Money.Zero, "https://coupon.example/1", startsAt, endsAt);

    public static Group Group(string id = "mama-1", string address = "demo", string audience = "mama", string schedule = "day") => new()
    {
        Id = id,
        Name = $"{id} 群",
        Owner = "li",
        Adapter = "preview",
        Address = address,
        Audience = audience,
        Schedule = schedule,
    };

    public static Audience Audience(double otherCategories = 1, params (string Category, double Weight)[] categories) => new()
    {
        Id = "mama",
        Name = "宝妈",
        OtherCategories = otherCategories,
        Categories = categories.ToDictionary(pair => pair.Category, pair => pair.Weight),
    };

    public static SlotPlan Plan(DealFilter? filter = null, int deals = 1, Audience? audience = null) => new()
    {
        Audience = audience ?? Audience(),
        Deals = deals,
        Filter = (filter ?? new DealFilter()).Over(DealFilter.Default),
        Copy = "copy/default.sbn-txt",
        Poster = null,
    };

    public static Slot Slot(DateTimeOffset? at = null, Group? group = null, SlotPlan? plan = null) => new(group ?? Group(), at ?? Morning, plan ?? Plan());

    public static SelectionScope Scope(
        SlotPlan? plan = null,
        SelectionSettings? settings = null,
        IReadOnlyList<PostedDeal>? history = null,
        IReadOnlyDictionary<DealKey, int>? exposure = null) =>
        new(Slot(plan: plan), settings ?? new SelectionSettings(), history ?? [], exposure ?? new Dictionary<DealKey, int>());

    public static SelectionScope Scope(DealFilter filter) => Scope(Plan(filter));

    public static PostedDeal Posted(Deal deal, DateTimeOffset? at = null) =>
        new("mama-1", deal.Key, deal.MainSkuId, deal.Title, deal.Category, at ?? Morning.AddHours(-1));

    public static PlannedDeal PlannedDeal(Deal? deal = null, string code = "aaaaaaaaaaa") => new(
        deal ?? Deal(),
        new ScoreBreakdown(980, 1, 1, 1, 1, 1),
        code,
        new TrackingLink(new Uri($"https://union.example/{code}"), new Tracking($"mama-1_{code}", null), null));

    /// <summary>A post of one text, due at the moment and worth sending for twenty minutes.</summary>
    public static PlannedPost Post(string id = "p1", DateTimeOffset? dueAt = null, string groupId = "mama-1", string address = "demo") => new()
    {
        PostId = id,
        Kind = PostKind.Slot,
        GroupId = groupId,
        OwnerId = "li",
        Adapter = "preview",
        Address = address,
        DueAt = dueAt ?? Morning,
        ExpiresAt = (dueAt ?? Morning).AddMinutes(20),
        Messages = [StoredMessage.OfText($"copy of {id}")],
    };

    public static Click Click(
        string code = "aaaaaaaaaaa", string visitor = "v1", DateTimeOffset? at = null, ClickKind kind = ClickKind.Person, string groupId = "mama-1") =>
        new(code, groupId, at ?? Morning, kind, visitor);

    public static OrderUpdate Order(
        string rowId = "r1", OrderStatus status = OrderStatus.Paid, DateTimeOffset? orderedAt = null, DateTimeOffset? modifiedAt = null, Tracking? tracking = null)
    {
        var changed = modifiedAt ?? Morning.AddHours(1);
        return new OrderUpdate
        {
            Network = "jd",
            RowId = rowId,
            OrderId = $"order-of-{rowId}",
            Deal = new DealKey("jd", "1001"),
            Title = "纸尿裤",
            Status = status,
            StatusCode = "16",
            StatusText = Phrase,
            OrderedAt = orderedAt ?? Morning.AddMinutes(10),
            ModifiedAt = changed,
            EstimatedBase = Money.FromYuan(80),
            EstimatedFee = Money.FromYuan(8),
            ActualBase = status is OrderStatus.Confirmed or OrderStatus.Settled ? Money.FromYuan(70) : Money.Zero,
            ActualFee = status is OrderStatus.Confirmed or OrderStatus.Settled ? Money.FromYuan(7) : Money.Zero,
            CommissionRate = Rate.FromPercent(10),
            Tracking = tracking ?? new Tracking(null, null),
            Raw = $$"""{"row":"{{rowId}}","status":"{{status}}","modified":{{changed.ToUnixTimeSeconds()}}}""",
        };
    }

    public static AttributedOrder Attributed(OrderUpdate order, string? groupId = "mama-1", string? postId = null) =>
        new(order, "li", groupId is null ? Attribution.None : new Attribution(AttributionMethod.Link, groupId, postId));

    /// <summary>A title of twelve letters, always the same for an id.</summary>
    private static string Title(string id)
    {
        var random = new Random(id.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        return string.Concat(Enumerable.Range(0, 12).Select(_ => TitleLetters[random.Next(TitleLetters.Length)]));
    }
}
