using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class TextMeasureTests
{
    [TestCase("", 0)]
    [TestCase("到手价", 3)]
    [TestCase("，。（", 3)]
    [TestCase("ＡＢ", 2)]
    [TestCase("🎉", 1.25)]
    [TestCase("👨‍👩‍👧", 1.25)]
    [TestCase("⚡", 1.25)]
    [TestCase("❤️", 1.25)]
    [TestCase("★", 1)]
    [TestCase("99", 1.18)]
    [TestCase("e\u0301", 0.58)]
    [TestCase("é", 0.65)]
    [TestCase("\u200B\t", 0)]
    public void Width_by_kind_of_character(string text, double em) => Assert.That(TextWrap.Measure(text), Is.EqualTo(em).Within(1e-9));

    [Test]
    public void Lone_surrogate_is_measured_without_a_fault() => Assert.That(TextWrap.Measure("\uD83D"), Is.EqualTo(1));
}
