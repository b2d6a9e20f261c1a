using System.Globalization;
using DealBot.Imaging.Charts;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Charts;

public class ChartPathTests
{
    private static readonly ChartScale Scale = ChartScale.Linear([0, 10], 100);

    [Test]
    public void Line_goes_from_edge_to_edge() => Assert.That(ChartPath.Line([0, 5, 10], 300, Scale), Is.EqualTo("M0 100L150 50L300 0"));

    [Test]
    public void Area_is_closed_along_zero() => Assert.That(ChartPath.Area([5, 10], 300, Scale), Is.EqualTo("M0 50L300 0V100H0Z"));

    [Test]
    public void Bars_stand_in_the_middle_of_their_slots_and_zero_has_none()
    {
        Assert.That(ChartPath.Bars([10, 0, 5], 300, Scale, gap: 0.5), Is.EqualTo("M25 100V0h50V100zM225 100V50h50V100z"));
    }

    [Test]
    public void Negative_bar_hangs_from_zero()
    {
        var scale = ChartScale.Linear([-10, 10], 100);

        Assert.That(ChartPath.Bars([-10], 100, scale, gap: 0), Is.EqualTo("M0 50V100h100V50z"));
    }

    [Test]
    public void No_values_draw_nothing()
    {
        Assert.That(ChartPath.Line([], 300, Scale), Is.Empty);
        Assert.That(ChartPath.Area([], 300, Scale), Is.Empty);
        Assert.That(ChartPath.Bars([], 300, Scale), Is.Empty);
    }

    [Test]
    public void Single_value_is_a_level_line()
    {
        Assert.That(ChartPath.Line([5], 300, Scale), Is.EqualTo("M0 50H300"));
        Assert.That(ChartPath.Area([5], 300, Scale), Is.EqualTo("M0 50H300V100H0Z"));
        Assert.That(ChartPath.PointX(0, 1, 300), Is.EqualTo(150));
    }

    [Test]
    public void All_zero_lies_on_the_axis() => Assert.That(ChartPath.Line([0, 0], 300, ChartScale.Linear([0, 0], 100)), Is.EqualTo("M0 100L300 100"));

    [Test]
    public void Refuses_a_gap_that_leaves_no_bar()
    {
        Assert.That(() => ChartPath.Bars([1], 100, Scale, gap: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    [SetCulture("de-DE")]
    public void Numbers_keep_their_point_in_a_culture_that_writes_a_comma()
    {
        Assert.That(CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, Is.EqualTo(","));

        Assert.That(ChartPath.Line([1.25, 2], 10, Scale), Is.EqualTo("M0 87.5L10 80"));
        Assert.That(ChartPath.Bars([2], 10.5, Scale, gap: 0), Is.EqualTo("M0 100V80h10.5V100z"));
    }

    [Test]
    public void The_rasterizer_draws_the_path_where_it_says()
    {
        var pixels = Svg.Draw($"""<path fill="#f00" d="{ChartPath.Bars([10, 0, 5], 100, Scale, gap: 0)}"/>""");

        Assert.That(pixels[10, 5], Is.EqualTo(0xFFFF0000));
        Assert.That(pixels[50, 95], Is.Zero);
        Assert.That((pixels[90, 45], pixels[90, 55]), Is.EqualTo((0u, 0xFFFF0000)));
    }
}
