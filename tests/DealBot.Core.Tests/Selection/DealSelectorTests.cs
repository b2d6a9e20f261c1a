using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;

namespace DealBot.Core.Tests.Selection;

public sealed class DealSelectorTests
{
    private static readonly DealSelector Selector = new(SelectionRules.All);

    [Test]
    public void The_best_deal_comes_first()
    {
        var ranked = Select(Some.Scope(), Some.Deal("low", rate: 5), Some.Deal("high", rate: 30), Some.Deal("middle", rate: 12));

        Assert.That(Ids(ranked), Is.EqualTo(new[] { "high", "middle", "low" }));
    }

    [Test]
    public void Four_alternatives_are_ranked_for_each_deal_wanted()
    {
        var deals = Enumerable.Range(0, 50).Select(n => Some.Deal($"{n}")).ToArray();

        Assert.That(Select(Some.Scope(Some.Plan(deals: 2)), deals).Ranked, Has.Count.EqualTo(10));
    }

    [Test]
    public void Every_deal_turned_down_is_counted_under_its_first_reason()
    {
        var selection = Select(
            Some.Scope(new DealFilter { MaxPrice = Money.FromYuan(50) }),
            Some.Deal("1", price: 20),
            Some.Deal("2", price: 60),
            Some.Deal("3", price: 60) with { InStock = false },
            Some.Deal("4", price: 70));

        Assert.That(selection.Considered, Is.EqualTo(4));
        Assert.That(Ids(selection), Is.EqualTo(new[] { "1" }));
        Assert.That(selection.Rejections, Is.EquivalentTo(new Dictionary<RejectReason, int> { [RejectReason.OutOfStock] = 1, [RejectReason.PriceOutOfRange] = 2 }));
    }

    [Test]
    public void Two_audiences_are_given_different_deals()
    {
        Deal[] deals = [Some.Deal("milk", category: "母婴"), Some.Deal("tool", category: "工具")];
        var parents = Some.Scope(Some.Plan(audience: Some.Audience(1, ("母婴", 2))));
        var repairers = Some.Scope(Some.Plan(audience: Some.Audience(1, ("工具", 2))));

        Assert.That(Ids(Select(parents, deals))[0], Is.EqualTo("milk"));
        Assert.That(Ids(Select(repairers, deals))[0], Is.EqualTo("tool"));
    }

    [Test]
    public void A_deal_that_other_groups_had_today_gives_way()
    {
        var exposure = new Dictionary<DealKey, int> { [new DealKey("jd", "shown")] = 3 };

        var ranked = Select(Some.Scope(exposure: exposure), Some.Deal("shown", rate: 12), Some.Deal("fresh", rate: 10));

        Assert.That(Ids(ranked), Is.EqualTo(new[] { "fresh", "shown" }));
    }

    [Test]
    public void A_slot_of_five_is_not_one_category()
    {
        var tissues = Enumerable.Range(0, 10).Select(n => Some.Deal($"tissue-{n}", rate: 20, category: "纸品"));
        var others = Enumerable.Range(0, 5).Select(n => Some.Deal($"other-{n}", rate: 12, category: $"类{n}"));

        var five = Select(Some.Scope(Some.Plan(deals: 5)), [.. tissues, .. others]).Ranked.Take(5).ToList();

        Assert.That(five[0].Entry.Deal.Category, Is.EqualTo("纸品"));
        Assert.That(five.Count(pick => pick.Entry.Deal.Category == "纸品"), Is.EqualTo(1));
        Assert.That(five.Select(pick => pick.Score.Diversity), Is.All.EqualTo(1));
    }

    [Test]
    public void A_category_that_came_up_in_the_last_twelve_hours_gives_way_and_an_older_one_does_not()
    {
        Deal[] deals = [Some.Deal("milk", rate: 15, category: "母婴"), Some.Deal("rice", rate: 10, category: "食品")];
        PostedDeal Posted(double hours) => Some.Posted(Some.Deal("before", category: "母婴"), Some.Morning.AddHours(-hours));

        Assert.That(Ids(Select(Some.Scope(history: [Posted(11.9)]), deals)), Is.EqualTo(new[] { "rice", "milk" }));
        Assert.That(Ids(Select(Some.Scope(history: [Posted(12)]), deals)), Is.EqualTo(new[] { "milk", "rice" }));
    }

    [Test]
    public void Of_nearly_identical_titles_only_the_best_is_ranked()
    {
        var ranked = Select(
            Some.Scope(),
            Some.Deal("m", rate: 10, title: "好奇金装纸尿裤超薄透气拉拉裤M码88片"),
            Some.Deal("l", rate: 20, title: "好奇金装纸尿裤超薄透气拉拉裤L码88片"),
            Some.Deal("rice", rate: 5));

        Assert.That(Ids(ranked), Is.EqualTo(new[] { "l", "rice" }));
    }

    [Test]
    public void Of_one_style_only_the_best_is_ranked_and_unknown_styles_are_not_one()
    {
        var ranked = Select(
            Some.Scope(),
            Some.Deal("red", rate: 10) with { MainSkuId = "s" },
            Some.Deal("blue", rate: 20) with { MainSkuId = "s" },
            Some.Deal("x", rate: 8),
            Some.Deal("y", rate: 7));

        Assert.That(Ids(ranked), Is.EqualTo(new[] { "blue", "x", "y" }));
    }

    [Test]
    public void A_rule_that_throws_turns_the_deal_down_in_its_own_name()
    {
        var selector = new DealSelector([new ThrowingRule("bad")]);

        var selection = selector.Select([Some.Entry(Some.Deal("good")), Some.Entry(Some.Deal("bad"))], Some.Scope());
        var reject = selector.Ask(Some.Entry(Some.Deal("bad")), Some.Scope())!;

        Assert.That(Ids(selection), Is.EqualTo(new[] { "good" }));
        Assert.That(selection.Rejections[RejectReason.RuleFailed], Is.EqualTo(1));
        Assert.That(reject.Text.En, Does.Contain(nameof(ThrowingRule)).And.Contain("out of luck"));
    }

    [Test]
    public void Rules_are_asked_in_order_and_none_after_the_first_that_rejects()
    {
        var asked = new List<string>();
        var selector = new DealSelector([new RecordingRule("a", asked, accepts: true), new RecordingRule("b", asked, accepts: false), new RecordingRule("c", asked, accepts: true)]);

        selector.Ask(Some.Entry(Some.Deal()), Some.Scope());

        Assert.That(asked, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Equal_scores_fall_to_the_smaller_key_in_whatever_order_they_come()
    {
        Deal[] deals = [Some.Deal("b", title: "甲乙丙丁"), Some.Deal("a", title: "子丑寅卯"), Some.Deal("a", title: "天地玄黄") with { Key = new DealKey("pdd", "a") }];
        var scope = Some.Scope(settings: new SelectionSettings { Weights = new ScoreWeights { Diversity = 0 } });

        foreach (var order in new[] { new[] { 0, 1, 2 }, [2, 1, 0], [1, 2, 0], [2, 0, 1] })
        {
            var ranked = Select(scope, [.. order.Select(index => deals[index])]).Ranked;
            Assert.That(ranked.Select(pick => $"{pick.Entry.Deal.Key}"), Is.EqualTo(new[] { "jd:a", "jd:b", "pdd:a" }));
        }
    }

    [Test]
    public void Nothing_to_choose_from_gives_nothing()
    {
        var selection = Select(Some.Scope());

        Assert.That(selection.Ranked, Is.Empty);
        Assert.That(selection.Considered, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Whatever_the_deals_the_ranked_ones_pass_every_rule_and_every_deal_is_accounted_for(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var entries = Enumerable.Range(0, random.Next(0, 60)).Select(n => Some.Entry(RandomDeal(random, n))).ToList();
            var scope = RandomScope(random, entries);

            var selection = Selector.Select(entries, scope);

            var fit = entries.Count(entry => Selector.Ask(entry, scope) is null);
            Assert.That(selection.Considered, Is.EqualTo(entries.Count));
            var isAll = selection.Ranked.Count < scope.Slot.Plan.Deals * 5;
            Assert.That(selection.Rejections.Values.Sum() + fit, isAll ? Is.EqualTo(entries.Count) : Is.LessThanOrEqualTo(entries.Count));
            Assert.That(selection.Ranked.All(pick => Selector.Ask(pick.Entry, scope) is null), Is.True);
            Assert.That(selection.Ranked.Select(pick => pick.Entry.Deal.Key), Is.Unique);
            Assert.That(selection.Ranked, Has.Count.LessThanOrEqualTo(Math.Min(fit, scope.Slot.Plan.Deals * 5)));
            Assert.That(selection.Ranked.All(pick => double.IsFinite(pick.Score.Total) && pick.Score.Total >= 0), Is.True);
            Assert.That(selection.Ranked.Any() || fit == 0, Is.True, "something fits, so something is ranked");

            var shuffled = entries.ToArray();
            random.Shuffle(shuffled);
            Assert.That(Ids(Selector.Select(shuffled, scope)), Is.EqualTo(Ids(selection)), "the order of the catalog does not matter");
        }
    }

    private static Deal RandomDeal(Random random, int number)
    {
        var price = random.Next(50, 100_000) / 100m;
        return Some.Deal(
            $"{number}",
            price: price,
            finalPrice: Math.Max(0.01m, Math.Round(price * random.Next(10, 101) / 100, 2)),
            rate: random.Next(0, 4000) / 100m,
            category: new[] { "母婴", "食品", "工具", "酒类" }[random.Next(4)]) with
        {
            GoodReviews = random.Next(4) == 0 ? null : Rate.FromPercent(random.Next(80, 101)),
            Sales30Days = random.Next(3) == 0 ? null : random.Next(0, 50_000),
            InStock = random.Next(10) == 0 ? false : null,
            MainSkuId = random.Next(3) == 0 ? $"style-{random.Next(5)}" : null,
            Coupon = random.Next(2) == 0 ? null : Some.Coupon(Some.Morning.AddHours(random.Next(-9, 2)), Some.Morning.AddHours(random.Next(0, 48))),
        };
    }

    private static SelectionScope RandomScope(Random random, List<CatalogEntry> entries)
    {
        var filter = new DealFilter { MinPrice = new Money(random.Next(1, 1000)), CouponHours = random.Next(0, 12), ExcludedCategories = random.Next(2) == 0 ? ["酒类"] : [] };
        var audience = Some.Audience(random.Next(0, 2), ("母婴", random.Next(0, 3)), ("食品", 1));
        var history = entries.Where(_ => random.Next(8) == 0).Select(entry => Some.Posted(entry.Deal, Some.Morning.AddHours(-random.Next(1, 40)))).ToList();
        var exposure = entries.Where(_ => random.Next(3) == 0).ToDictionary(entry => entry.Deal.Key, _ => random.Next(1, 9));
        return Some.Scope(Some.Plan(filter, random.Next(1, 6), audience), history: history, exposure: exposure);
    }

    private static DealSelection Select(SelectionScope scope, params Deal[] deals) => Selector.Select([.. deals.Select(Some.Entry)], scope);

    private static List<string> Ids(DealSelection selection) => [.. selection.Ranked.Select(pick => pick.Entry.Deal.Key.ItemId)];

    private sealed class ThrowingRule(string id) : ISelectionRule
    {
        public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) =>
            entry.Deal.Key.ItemId == id ? throw new InvalidOperationException("out of luck") : RuleOutcome.Accepts;
    }

    private sealed class RecordingRule(string name, List<string> asked, bool accepts) : ISelectionRule
    {
        public RuleOutcome Check(CatalogEntry entry, SelectionScope scope)
        {
            asked.Add(name);
            return accepts ? RuleOutcome.Accepts : RuleOutcome.Rejects(RejectReason.OutOfStock, entry, scope, (_, _) => Some.Phrase);
        }
    }
}
