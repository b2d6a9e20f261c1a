using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class FittedTextTests
{
    [Test]
    public void Short_text_takes_the_largest_size()
    {
        var fitted = Largest("牛奶", 400, 1);

        Assert.That((fitted.Size, fitted.Text.Lines.Single()), Is.EqualTo((60.0, "牛奶")));
    }

    [Test]
    public void Size_falls_until_the_text_fits_and_no_further()
    {
        var fitted = Largest("新鲜进口牛奶一箱装", 400, 1);

        Assert.That((fitted.Size, fitted.Text.IsCut), Is.EqualTo((44.0, false)), "9 characters of 44 are 396");
    }

    [Test]
    public void Text_too_long_for_the_smallest_size_is_cut_there()
    {
        var fitted = Largest(new string('好', 120), 400, 2);

        Assert.That((fitted.Size, fitted.Text.IsCut, fitted.Text.Lines.Count), Is.EqualTo((20.0, true, 2)));
        Assert.That(fitted.Text.Lines[1], Is.EqualTo(new string('好', 19) + "…"));
    }

    [Test]
    public void Size_falls_rather_than_cut_a_word()
    {
        var fitted = Largest("Thermomixer 牛奶", 200, 2);

        Assert.That(fitted.Text.Lines, Is.EqualTo(new[] { "Thermomixer", "牛奶" }));
        Assert.That(fitted.Size, Is.LessThan(60));
    }

    [Test]
    public void Range_of_one_size_is_that_size() => Assert.That(FittedText.Largest("牛奶", 400, 1, 30, 30, TextWrap.Measure).Size, Is.EqualTo(30));

    [Test]
    public void Refuses_a_range_upside_down() =>
        Assert.That(() => FittedText.Largest("牛奶", 400, 1, 20, 30, TextWrap.Measure), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static FittedText Largest(string text, double width, int lines) => FittedText.Largest(text, width, lines, 60, 20, TextWrap.Measure);
}
