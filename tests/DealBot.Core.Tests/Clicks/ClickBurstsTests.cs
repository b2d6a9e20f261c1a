using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClickBurstsTests
{
    private readonly ClickBursts _bursts = new(new ClickOptions { RepeatSeconds = 3, LinksPerSecond = 4 });

    [TestCase(0, "repeat")]
    [TestCase(2.9, "repeat")]
    [TestCase(3, "")]
    [TestCase(60, "")]
    [TestCase(-2, "repeat", TestName = "The_clock_went_back_a_little")]
    [TestCase(-3600, "", TestName = "The_clock_went_back_an_hour")]
    public void The_same_link_again_is_a_repetition_for_some_seconds(double after, string rule)
    {
        Judge("v1", "a", 0);

        Assert.That(Judge("v1", "a", after), Is.EqualTo(rule));
    }

    [Test]
    public void Tapping_on_and_on_is_one_click()
    {
        var rules = Enumerable.Range(0, 10).Select(n => Judge("v1", "a", n)).ToList();

        Assert.That(rules, Is.EqualTo(new[] { "" }.Concat(Enumerable.Repeat("repeat", 9))));
    }

    [Test]
    public void Another_visitor_or_another_link_is_a_click_of_its_own()
    {
        Assert.That(Judge("v1", "a", 0), Is.Empty);
        Assert.That(Judge("v2", "a", 0), Is.Empty);
        Assert.That(Judge("v1", "b", 0.5), Is.Empty);
    }

    [Test]
    public void More_links_within_a_second_than_a_thumb_can_open_are_a_program()
    {
        var rules = Enumerable.Range(0, 7).Select(n => Judge("v1", $"link {n}", n * 0.1)).ToList();

        Assert.That(rules, Is.EqualTo(new[] { "", "", "", "", "many_links", "many_links", "many_links" }));
        Assert.That(Judge("v1", "link 7", 2), Is.Empty, "a second later it is a person again");
    }

    private string Judge(string visitor, string code, double seconds) => _bursts.Judge(visitor, code, Some.Morning.AddSeconds(seconds)).Rule;
}
