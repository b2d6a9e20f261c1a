using DealBot.Contracts;
using DealBot.Networks.Jd;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Tests.Jd;

public sealed class JdDealsTests
{
    [Test]
    public void Maps_a_whole_row()
    {
        var deal = Read(JdSome.Row());

        Assert.That(deal, Is.EqualTo(new Deal
        {
            Key = new DealKey("jd", "MsDxItem1"),
            MainSkuId = "55500011",
            Title = "测试抽纸 3层100抽 24包（整箱）",
            Brand = "测试",
            ShopName = "测试京东自营旗舰店",
            Seller = SellerKind.Platform,
            Category = "家庭清洁/纸品",
            Subcategory = "抽纸",
            Price = new Money(4990),
            FinalPrice = new Money(3990),
            Coupon = new Coupon(
                new Money(1000),
                new Money(3000),
                "http://coupon.m.jd.com/coupons/show.action?key=a%2Bb&roleId=1",
                JdScene.Noon.AddDays(-1),
                JdScene.Noon.AddDays(1)),
            CommissionRate = new Rate(1150),
            GoodReviews = new Rate(9800),
            Comments = 20000,
            Sales30Days = 1234,
            ImageUrl = new Uri("https://img14.360buyimg.com/ads/a.jpg"),
            MaterialUrl = "jingfen.jd.com/detail/MsDxItem1.html",
            Channel = "22",
            SeenAt = JdScene.Noon,
        }));
    }

    [Test]
    public void Numbers_may_come_as_strings_and_ids_as_numbers()
    {
        var row = JdSome.Row(
            "x",
            ("itemId", "12345"),
            ("skuId", "\"678\""),
            ("priceInfo", """{"price":"59.90","lowestPrice":"49.9","lowestCouponPrice":"39.9"}"""),
            ("commissionInfo", """{"commissionShare":"11.5"}"""),
            ("comments", "\"20000\""));

        var deal = Read(row)!;

        Assert.That((deal.Key.ItemId, deal.SkuId), Is.EqualTo(("12345", "678")));
        Assert.That((deal.Price, deal.FinalPrice), Is.EqualTo((new Money(4990), new Money(3990))));
        Assert.That((deal.CommissionRate, deal.Comments), Is.EqualTo((new Rate(1150), 20000L)));
    }

    [Test]
    public void The_sku_is_the_key_where_there_is_no_item_id()
    {
        var deal = Read(JdSome.Row("x", ("itemId", null), ("skuId", "11868562572"), ("materialUrl", null)))!;

        Assert.That((deal.Key.ItemId, deal.MaterialUrl), Is.EqualTo(("11868562572", "item.jd.com/11868562572.html")));
    }

    [Test]
    public void Old_rows_carry_only_the_price()
    {
        var deal = Read(JdSome.Row("x", ("priceInfo", """{"price":1369.0}"""), ("couponInfo", """{"couponList":[]}""")))!;

        Assert.That((deal.Price, deal.FinalPrice, deal.Coupon), Is.EqualTo((new Money(136900), new Money(136900), (Coupon?)null)));
    }

    [Test]
    public void Without_a_list_price_the_promotion_price_stands_in()
    {
        var deal = Read(JdSome.Row("x", ("priceInfo", """{"price":"","lowestPrice":49.9,"lowestCouponPrice":39.9}""")))!;

        Assert.That(deal.Price, Is.EqualTo(new Money(4990)));
    }

    [TestCase("30", 3990)]
    [TestCase("49.9", 3990)]
    [TestCase("50", 4990)]
    [TestCase("\"\"", 3990)]
    public void A_coupon_counts_only_if_one_piece_reaches_its_quota(string quota, long finalFen)
    {
        var coupon = JdSome.Coupon(("quota", quota));

        var row = JdSome.Row("x", ("priceInfo", """{"price":49.9,"lowestPrice":49.9}"""), ("couponInfo", List(coupon)));

        Assert.That(Read(row)!.FinalPrice, Is.EqualTo(new Money(finalFen)));
    }

    [TestCase("useEndTime", -1)]
    [TestCase("getEndTime", -1)]
    [TestCase("useStartTime", 1)]
    [TestCase("getStartTime", 1)]
    public void A_coupon_outside_its_time_makes_no_price_even_if_JD_still_says_so(string field, int hours)
    {
        var coupon = JdSome.Coupon((field, JdSome.Milliseconds(JdScene.Noon.AddHours(hours))));

        var deal = Read(JdSome.Row("x", ("couponInfo", List(coupon))))!;

        Assert.That((deal.FinalPrice, deal.Coupon), Is.EqualTo((new Money(4990), (Coupon?)null)));
    }

    [Test]
    public void A_coupon_worth_the_whole_price_is_not_used()
    {
        var deal = Read(JdSome.Row("x", ("couponInfo", List(JdSome.Coupon(("discount", "49.9"))))))!;

        Assert.That((deal.FinalPrice, deal.Coupon), Is.EqualTo((new Money(4990), (Coupon?)null)));
    }

    [Test]
    public void The_coupon_that_JD_calls_best_is_taken()
    {
        var coupons = List(JdSome.Coupon(("discount", "12"), ("isBest", "0")), JdSome.Coupon(("link", "\"best\""), ("isBest", "\"1\"")));

        Assert.That(Read(JdSome.Row("x", ("couponInfo", coupons)))!.Coupon!.Link, Is.EqualTo("best"));
    }

    [Test]
    public void Where_JD_names_no_best_coupon_the_largest_usable_one_is_taken()
    {
        var coupons = List(
            JdSome.Coupon(("discount", "5"), ("isBest", "0")),
            JdSome.Coupon(("discount", "12"), ("isBest", "0"), ("link", "\"largest\"")),
            JdSome.Coupon(("discount", "20"), ("quota", "199"), ("isBest", "0")));

        var deal = Read(JdSome.Row("x", ("priceInfo", """{"price":49.9}"""), ("couponInfo", coupons)))!;

        Assert.That((deal.Coupon!.Link, deal.FinalPrice), Is.EqualTo(("largest", new Money(3790))));
    }

    [TestCase("""{"couponList":{"coupon":COUPON}}""")]
    [TestCase("""{"couponList":{"coupon":[COUPON]}}""")]
    [TestCase("""{"couponList":COUPON}""")]
    public void A_list_of_one_coupon_may_come_in_any_wrapping(string wrapping)
    {
        var coupons = wrapping.Replace("COUPON", JdSome.Coupon(), StringComparison.Ordinal);

        Assert.That(Read(JdSome.Row("x", ("couponInfo", coupons)))!.Coupon!.Discount, Is.EqualTo(new Money(1000)));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("0")]
    public void Optional_parts_may_be_empty_in_any_way(string nothing)
    {
        var optional = new[]
        {
            "pinGouInfo", "couponInfo", "imageInfo", "shopInfo", "categoryInfo", "spuid", "brandName", "owner", "comments",
            "goodCommentsShare", "inOrderCount30Days", "stockState", "seckillInfo",
        };

        var deal = Read(JdSome.Row("x", [.. optional.Select(name => (name, (string?)nothing))]))!;

        var missing = new object?[] { deal.Coupon, deal.ImageUrl, deal.ShopName, deal.Brand, deal.Subcategory, deal.MainSkuId };
        Assert.That(missing, Is.All.Null.Or.EqualTo("0"));
        Assert.That((deal.Category, deal.FinalPrice), Is.EqualTo(("", new Money(3990))));
    }

    [TestCase("skuName", null)]
    [TestCase("skuName", "\"\\u0000\\n\"")]
    [TestCase("skuName", "\"\\ud83d\"")]
    [TestCase("itemId", "0")]
    [TestCase("priceInfo", null)]
    [TestCase("priceInfo", "[]")]
    [TestCase("priceInfo", """{"price":0,"lowestPrice":0}""")]
    [TestCase("priceInfo", """{"price":-5}""")]
    [TestCase("priceInfo", """{"price":1e30}""")]
    [TestCase("priceInfo", """{"price":"免费"}""")]
    [TestCase("commissionInfo", null)]
    [TestCase("commissionInfo", """{"commissionShare":""}""")]
    [TestCase("commissionInfo", """{"commissionShare":2000}""")]
    public void A_row_without_title_id_price_or_commission_is_left_out(string field, string? json) =>
        Assert.That(Read(JdSome.Row("x", (field, json))), Is.Null);

    [Test]
    public void A_commission_of_nothing_is_told_as_nothing() =>
        Assert.That(Read(JdSome.Row("x", ("commissionInfo", """{"commissionShare":0}""")))!.CommissionRate, Is.EqualTo(Rate.Zero));

    [Test]
    public void The_final_price_is_never_above_the_price()
    {
        var prices = """{"price":39.9,"lowestPrice":39.9,"lowestCouponPrice":45}""";

        var deal = Read(JdSome.Row("x", ("priceInfo", prices), ("couponInfo", null)))!;

        Assert.That(deal.FinalPrice, Is.EqualTo(new Money(3990)));
    }

    [Test]
    public void Titles_lose_control_characters_and_outer_blanks()
    {
        var deal = Read(JdSome.Row("x", ("skuName", "\"  测试\\u0007抽纸\\t24包\\r\\n \"")))!;

        Assert.That(deal.Title, Is.EqualTo("测试抽纸 24包"));
    }

    [Test]
    public void Titles_of_any_length_are_kept()
    {
        var title = new string('长', 100_000);

        Assert.That(Read(JdSome.Row("x", ("skuName", $"\"{title}\"")))!.Title, Is.EqualTo(title));
    }

    [TestCase("""{"imageList":[{"url":"img14.360buyimg.com/a.jpg"}]}""", "https://img14.360buyimg.com/a.jpg")]
    [TestCase("""{"imageList":{"urlInfo":{"url":"http://img14.360buyimg.com/a.jpg"}}}""", "http://img14.360buyimg.com/a.jpg")]
    [TestCase("""{"imageList":[],"whiteImage":"//img14.360buyimg.com/w.png"}""", "https://img14.360buyimg.com/w.png")]
    [TestCase("""{"imageList":[{"url":"ftp://img14.360buyimg.com/a.jpg"}]}""", null)]
    public void Pictures_get_the_scheme_that_JD_leaves_out(string images, string? url) =>
        Assert.That(Read(JdSome.Row("x", ("imageInfo", images)))!.ImageUrl, Is.EqualTo(url is null ? null : new Uri(url)));

    [TestCase("\"g\"", SellerKind.Platform)]
    [TestCase("\"p\"", SellerKind.Shop)]
    [TestCase(null, SellerKind.Unknown)]
    public void Says_who_sells(string? owner, SellerKind seller) =>
        Assert.That(Read(JdSome.Row("x", ("owner", owner)))!.Seller, Is.EqualTo(seller));

    [TestCase("1", true)]
    [TestCase("\"0\"", false)]
    [TestCase(null, null)]
    public void Says_whether_it_can_be_bought(string? state, bool? inStock) =>
        Assert.That(Read(JdSome.Row("x", ("stockState", state)))!.InStock, Is.EqualTo(inStock));

    private static Deal? Read(string row) => JdDeals.Read(WireNode.Parse(row), "22", JdScene.Noon);

    private static string List(params string[] coupons) => $$"""{"couponList":[{{string.Join(',', coupons)}}]}""";
}
