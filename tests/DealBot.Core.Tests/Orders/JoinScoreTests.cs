using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Orders;

public sealed class JoinScoreTests
{
    private const int Threshold = 60;

    private static readonly DateTimeOffset Ordered = Some.Morning;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Test]
    public void Without_a_click_nobody_is_likely() => Assert.That(Score(), Is.EqualTo(Attribution.None));

    [TestCase(0, 95)]
    [TestCase(1, 94)]
    [TestCase(12, 83)]
    [TestCase(24, 70)]
    public void One_group_alone_is_surer_the_nearer_its_click_was_and_never_quite(int hours, int confidence) =>
        Assert.That(Score(Click("a", hours)), Is.EqualTo(new Attribution(AttributionMethod.Join, "a", "post-of-a") { Confidence = confidence }));

    [Test]
    public void Two_groups_that_clicked_alike_settle_nothing() => Assert.That(Score(Click("a", 1, "v1"), Click("b", 1, "v2")), Is.EqualTo(Attribution.None));

    [Test]
    public void Of_several_groups_the_likeliest_gets_it_if_its_share_is_large_enough()
    {
        var traced = Score(Click("a", 1, "v1"), Click("a", 2, "v2"), Click("a", 3, "v3"), Click("b", 20, "v4"));

        Assert.That((traced.GroupId, traced.Confidence), Is.EqualTo(("a", 88)));
    }

    [Test]
    public void Many_clicks_of_one_visitor_count_once() => Assert.That(
        Score(Click("a", 1, "v1"), Click("a", 2, "v1"), Click("a", 3, "v1"), Click("a", 4, "v1"), Click("b", 1, "v2")), Is.EqualTo(Attribution.None));

    [Test]
    public void The_order_in_which_clicks_come_makes_no_difference()
    {
        JoinClick[] clicks = [Click("a", 1, "v1"), Click("a", 2, "v2"), Click("a", 2, "v3"), Click("b", 9, "v4"), Click("a", 1, "v5")];

        Assert.That(clicks.Reverse().ToArray(), Has.Length.EqualTo(5));
        Assert.That(Score([.. clicks.Reverse()]), Is.EqualTo(Score(clicks)));
    }

    [Test]
    public void No_confidence_is_ever_a_hundred_nor_below_the_threshold()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            JoinClick[] clicks = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Click($"g{random.Next(3)}", random.Next(25), $"v{random.Next(6)}"))];
            var traced = Score(clicks);

            Assert.That(traced == Attribution.None || (traced.Confidence is >= Threshold and <= 95 && clicks.Any(click => click.GroupId == traced.GroupId)), $"{traced}");
        }
    }

    private static Attribution Score(params JoinClick[] clicks) => JoinScore.Of(clicks, Ordered, Day, Threshold);

    private static JoinClick Click(string group, int hoursBefore, string visitor = "v1") => new(group, $"post-of-{group}", visitor, Ordered.AddHours(-hoursBefore));
}
