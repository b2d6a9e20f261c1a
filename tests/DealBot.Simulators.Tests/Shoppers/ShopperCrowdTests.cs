using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Tests.Shoppers;

public sealed class ShopperCrowdTests
{
    private static readonly DateTimeOffset PostedAt = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly ShopperGroup Mothers = new("mothers", 500, new Dictionary<string, double> { ["母婴"] = 2.0, ["数码家电"] = 0.4 });
    private static readonly SeenDeal Shampoo = Deal("shampoo", "个护清洁", 49.9m, 24.9m);

    private readonly ShopperCrowd _crowd = new(7);

    [Test]
    public void Same_seed_group_and_post_give_the_same_visits() => Assert.That(
        new ShopperCrowd(7).Visits(Mothers, "p1", [Shampoo], PostedAt), Is.EqualTo(_crowd.Visits(Mothers, "p1", [Shampoo], PostedAt)));

    [Test]
    public void The_plan_is_the_same_on_every_machine()
    {
        var first = _crowd.Visits(Mothers, "p1", [Shampoo], PostedAt).First(visit => visit.IsPerson);

        Assert.That($"{first.At - PostedAt} {first.ClientAddress}", Is.EqualTo("00:00:22 198.51.100.47"));
    }

    [Test]
    public void Another_seed_or_post_gives_other_visits()
    {
        var visits = _crowd.Visits(Mothers, "p1", [Shampoo], PostedAt);

        Assert.That(_crowd.Visits(Mothers, "p2", [Shampoo], PostedAt), Is.Not.EqualTo(visits));
        Assert.That(new ShopperCrowd(8).Visits(Mothers, "p1", [Shampoo], PostedAt), Is.Not.EqualTo(visits));
    }

    [Test]
    public void One_to_six_of_a_hundred_members_click()
    {
        var share = Clickers([Shampoo]) / (500.0 * 200);

        Assert.That(share, Is.InRange(0.01, 0.06));
    }

    [Test]
    public void Real_discount_draws_more_clicks_than_none()
    {
        var real = Clickers([Shampoo]);
        var none = Clickers([Deal("same", "个护清洁", 49.9m, 49.9m)]);

        Assert.That(real, Is.GreaterThan(none * 2));
    }

    [Test]
    public void Better_taste_draws_more_clicks()
    {
        var nappies = Clickers([Deal("nappies", "母婴", 100m, 70m)]);
        var earphones = Clickers([Deal("earphones", "数码家电", 100m, 70m)]);

        Assert.That(nappies, Is.GreaterThan(earphones * 1.4));
    }

    [Test]
    public void Five_to_fifteen_of_a_hundred_visitors_buy()
    {
        var visits = Many([Shampoo]);

        Assert.That(visits.Count(visit => visit.Buys) / (double)Clickers([Shampoo]), Is.InRange(0.05, 0.15));
        Assert.That(visits.Where(visit => visit.Buys).Select(visit => visit.Quantity), Is.All.InRange(1, 3));
        Assert.That(visits.Where(visit => !visit.Buys).Select(visit => visit.Quantity), Is.All.Zero);
    }

    [Test]
    public void Half_of_the_people_come_within_a_quarter_of_an_hour_and_all_within_the_day()
    {
        var waits = Many([Shampoo]).Where(visit => visit.IsPerson).Select(visit => visit.At - PostedAt).ToList();

        Assert.That(waits.Count(wait => wait < TimeSpan.FromMinutes(15)), Is.GreaterThan(waits.Count / 2));
        Assert.That(waits, Is.All.InRange(TimeSpan.FromSeconds(5), TimeSpan.FromHours(9)));
    }

    [Test]
    public void Some_members_click_twice()
    {
        var visits = Many([Shampoo]);

        var people = visits.Count(visit => visit.IsPerson);

        Assert.That(people, Is.GreaterThan(Clickers([Shampoo]) * 1.05).And.LessThan(Clickers([Shampoo]) * 1.25));
    }

    [Test]
    public void Machines_preview_every_post_and_never_buy()
    {
        for (var post = 0; post < 50; post++)
        {
            var machines = _crowd.Visits(Mothers, $"p{post}", [Shampoo], PostedAt).Where(visit => !visit.IsPerson).ToList();

            Assert.That(machines, Has.Count.InRange(2, 5));
            Assert.That(machines.Any(visit => visit.Buys), Is.False);
        }
    }

    [Test]
    public void Machines_use_head_as_well_as_get_and_people_only_get()
    {
        var visits = Many([Shampoo]);

        Assert.That(visits.Where(visit => !visit.IsPerson).Select(visit => visit.Method).Distinct(), Is.EquivalentTo(["GET", "HEAD"]));
        Assert.That(visits.Where(visit => visit.IsPerson).Select(visit => visit.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public void Addresses_are_of_the_ranges_for_documentation() => Assert.That(
        Many([Shampoo]).Select(visit => visit.ClientAddress), Is.All.Match(@"^(198\.51\.100|203\.0\.113)\.\d{1,3}$"));

    [Test]
    public void Visits_come_in_the_order_of_time_and_only_to_links_of_the_post()
    {
        var deals = new[] { Shampoo, Deal("nappies", "母婴", 139m, 109m) };

        var visits = _crowd.Visits(Mothers, "p1", deals, PostedAt);

        Assert.That(visits.Select(visit => visit.At), Is.Ordered);
        Assert.That(visits.Select(visit => visit.Link).Distinct(), Is.SubsetOf(deals.Select(deal => deal.Link)));
    }

    [Test]
    public void Post_without_deals_or_group_without_members_draws_no_people()
    {
        Assert.That(_crowd.Visits(Mothers, "p1", [], PostedAt), Is.Empty);
        Assert.That(_crowd.Visits(Mothers with { Members = 0 }, "p1", [Shampoo], PostedAt).Where(visit => visit.IsPerson), Is.Empty);
    }

    private static SeenDeal Deal(string name, string category, decimal price, decimal finalPrice) =>
        new(new Uri($"http://127.0.0.1/r/{name}"), category, Money.FromYuan(price), Money.FromYuan(finalPrice));

    // A member is told by phone and address; two members of one post rarely share both.
    private int Clickers(IReadOnlyList<SeenDeal> deals) => Posts(deals).Sum(visits =>
        visits.Where(visit => visit.IsPerson).Select(visit => (visit.UserAgent, visit.ClientAddress)).Distinct().Count());

    private List<ShopperVisit> Many(IReadOnlyList<SeenDeal> deals) => [.. Posts(deals).SelectMany(visits => visits)];

    private IEnumerable<IReadOnlyList<ShopperVisit>> Posts(IReadOnlyList<SeenDeal> deals) =>
        Enumerable.Range(0, 200).Select(post => _crowd.Visits(Mothers, $"p{post}", deals, PostedAt));
}
