using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Pdd;

public sealed class PddGoodsTests : PddSimulatorFixture
{
    [Test]
    public async Task Row_is_written_in_fen_per_mille_and_seconds()
    {
        var row = await RowAsync();

        var item = ItemOf(row);
        var offer = Simulator.OfferOf(item.SkuId);
        Assert.That(row["min_group_price"]!.GetValue<long>(), Is.EqualTo(offer.Price.Fen));
        Assert.That(row["coupon_discount"]!.GetValue<long>(), Is.EqualTo(offer.Coupon!.Discount.Fen));
        Assert.That(row["coupon_end_time"]!.GetValue<long>(), Is.EqualTo(offer.Coupon.EndsAt.ToUnixTimeSeconds()));
        Assert.That(row["promotion_rate"]!.GetValue<int>() * 10, Is.EqualTo(item.CommissionRate.BasisPoints));
        Assert.That(row.ContainsKey("goods_id"), Is.False, "searches no longer tell it");
    }

    [Test]
    public void Every_rate_is_whole_per_mille_and_every_sign_is_its_own()
    {
        Assert.That(Simulator.Catalogue.Items.Select(item => item.CommissionRate.BasisPoints % 10), Is.All.Zero);
        Assert.That(Simulator.Catalogue.Items.Select(item => item.ItemId), Is.Unique);
        Assert.That(Simulator.Catalogue.Items.Select(item => item.CommissionRate), Is.All.GreaterThan(Rate.Zero));
    }

    [Test]
    public async Task Shelf_is_listed_whole_over_its_pages()
    {
        var first = await Wire.SearchAsync(("opt_id", "15"), ("page_size", "60"));
        var total = first["total_count"]!.GetValue<int>();
        var signs = new List<string>();
        for (var page = 1; (page - 1) * 60 < total; page++)
        {
            signs.AddRange(SignsOf(await Wire.SearchAsync(("opt_id", "15"), ("page_size", "60"), ("page", $"{page}"), ("list_id", first["list_id"]!.GetValue<string>()))));
        }

        Assert.That(signs, Is.Unique);
        Assert.That(signs, Has.Count.EqualTo(total).And.Count.GreaterThan(120));
    }

    [TestCase("page_size", "9")]
    [TestCase("page_size", "101")]
    [TestCase("page", "0")]
    [TestCase("page", "first")]
    [TestCase("sort_type", "99")]
    [TestCase("with_coupon", "perhaps")]
    [TestCase("goods_sign_list", "c9r2")]
    public async Task Wrong_parameter_is_refused(string name, string value) =>
        Assert.That(await Wire.ErrorAsync("pdd.ddk.goods.search", ("opt_id", "15"), (name, value)), Is.EqualTo(10000));

    [Test]
    public async Task Searching_for_nothing_is_refused() => Assert.That(await Wire.ErrorAsync("pdd.ddk.goods.search"), Is.EqualTo(10000));

    [Test]
    public async Task Item_is_found_by_sign_by_number_and_by_page()
    {
        var row = await RowAsync();
        var sign = row["goods_sign"]!.GetValue<string>();

        Assert.That(SignsOf(await Wire.SearchAsync(("goods_sign_list", $"[\"{sign}\"]"))), Is.EqualTo(new[] { sign }));
        Assert.That(SignsOf(await Wire.SearchAsync(("keyword", $"https://mobile.yangkeduo.com/goods.html?goods_sign={sign}"))), Is.EqualTo(new[] { sign }));
        var links = await Wire.ConvertAsync(sign, ("p_id", Pid));
        var number = System.Web.HttpUtility.ParseQueryString(new Uri(links["url"]!.GetValue<string>()).Query)["goods_id"];
        Assert.That(SignsOf(await Wire.SearchAsync(("keyword", number))), Is.EqualTo(new[] { sign }));
    }

    [Test]
    public async Task Unknown_item_is_an_empty_list()
    {
        var answer = await Wire.SearchAsync(("goods_sign_list", """["nosuchsign"]"""));

        Assert.That((answer["total_count"]!.GetValue<int>(), SignsOf(answer).Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Rows_are_sorted_and_kept_within_ranges()
    {
        var answer = await Wire.SearchAsync(("opt_id", "15"), ("sort_type", "2"), ("range_list", """[{"range_id":0,"range_from":1000,"range_to":5000}]"""));

        var rows = answer["goods_list"]!.AsArray();
        Assert.That(rows.Select(row => row!["promotion_rate"]!.GetValue<int>()), Is.Ordered.Descending);
        Assert.That(rows.Select(row => row!["min_group_price"]!.GetValue<long>()), Is.All.InRange(1000, 5000));
    }

    [Test]
    public async Task Position_of_somebody_else_is_refused() =>
        Assert.That(await Wire.ErrorAsync("pdd.ddk.goods.search", ("opt_id", "15"), ("pid", "87654321_1")), Is.EqualTo(50001));

    [Test]
    public async Task Same_goods_cost_their_own_prices_here()
    {
        await using var jd = await JdSimulator.StartAsync(new JdSimulatorOptions { Clock = Clock, Seed = 7, Accounts = [] }, CancellationToken.None);

        var differing = Simulator.Catalogue.Items.Count(item => Simulator.OfferOf(item.SkuId).FinalPrice != jd.OfferOf(item.SkuId).FinalPrice);

        Assert.That(differing, Is.GreaterThan(Simulator.Catalogue.Items.Count / 4));
        Assert.That(Simulator.Catalogue.Items.Select(item => item.ItemId).Intersect(jd.Catalogue.Items.Select(item => item.ItemId)), Is.Empty);
    }

    [Test]
    public async Task Duplicate_rows_lose_none()
    {
        Simulator.Faults.Next(NetworkFault.DuplicateRows, int.MaxValue);
        var first = SignsOf(await Wire.SearchAsync(("opt_id", "15"), ("page_size", "50")));
        var second = SignsOf(await Wire.SearchAsync(("opt_id", "15"), ("page_size", "50"), ("page", "2")));

        Assert.That(first.Intersect(second), Is.Not.Empty);
    }

    private static List<string> SignsOf(JsonObject answer) => [.. answer["goods_list"]!.AsArray().Select(row => row!["goods_sign"]!.GetValue<string>())];
}
