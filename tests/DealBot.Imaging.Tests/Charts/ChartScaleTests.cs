using DealBot.Imaging.Charts;

namespace DealBot.Imaging.Tests.Charts;

public class ChartScaleTests
{
    [TestCase(new[] { 3.0, 7, 10 }, new[] { 0.0, 5, 10 })]
    [TestCase(new[] { 87.0 }, new[] { 0.0, 50, 100 })]
    [TestCase(new[] { 3.7 }, new[] { 0.0, 1, 2, 3, 4 })]
    [TestCase(new[] { 0.3 }, new[] { 0, 0.1, 0.2, 0.3 })]
    [TestCase(new[] { 123456.0 }, new[] { 0.0, 50000, 100000, 150000 })]
    [TestCase(new[] { -12.0, 20 }, new[] { -20.0, -10, 0, 10, 20 })]
    [TestCase(new[] { -3.0, -1 }, new[] { -3.0, -2, -1, 0 })]
    [TestCase(new double[0], new[] { 0.0, 1 })]
    [TestCase(new[] { 0.0, 0 }, new[] { 0.0, 1 })]
    [TestCase(new[] { double.NaN, double.PositiveInfinity, 4 }, new[] { 0.0, 1, 2, 3, 4 })]
    public void Ticks_are_round_and_include_zero(double[] values, double[] ticks)
    {
        Assert.That(ChartScale.Linear(values, 100).Ticks.Select(tick => tick.Value), Is.EqualTo(ticks));
    }

    [Test]
    public void Counts_have_no_ticks_between_whole_numbers()
    {
        Assert.That(ChartScale.Linear([1, 0, 1], 100, minStep: 1).Ticks.Select(tick => tick.Value), Is.EqualTo(new[] { 0.0, 1 }));
    }

    [Test]
    public void Zero_is_at_the_bottom_and_the_last_tick_at_the_top()
    {
        var scale = ChartScale.Linear([8], 200);

        Assert.That((scale.Y(0), scale.Y(4), scale.Y(8)), Is.EqualTo((200.0, 100.0, 0.0)));
        Assert.That(scale.Ticks[^1].Y, Is.Zero);
    }

    [Test]
    public void Every_scale_holds_its_values_with_at_most_seven_ticks_of_one_two_or_five()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var values = Enumerable.Range(0, 5).Select(_ => (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-6, 9))).ToArray();

            var scale = ChartScale.Linear(values, 100);

            Assert.That(values.Select(scale.Y), Is.All.InRange(-1e-6, 100 + 1e-6), string.Join(' ', values));
            Assert.That(scale.Ticks, Has.Count.InRange(2, 7), string.Join(' ', values));
        }
    }
}
