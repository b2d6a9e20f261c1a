using System.Text;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class DisplayTextTests
{
    [TestCase(null, "")]
    [TestCase("5G手机 ¥49.9 🎉", "5G手机 ¥49.9 🎉")]
    [TestCase("a\0b\u0007c\u009Bd\u007F", "abcd")]
    [TestCase("价格\u202E9.94¥\u202C", "价格9.94¥")]
    [TestCase("\u200F\u2066好\u2069\u061C\uFEFF\u200B价", "好价")]
    [TestCase("a\tb\r\nc", "a\tb\r\nc")]
    public void Takes_out_what_is_not_seen(string? text, string clean) => Assert.That(DisplayText.Clean(text), Is.EqualTo(clean));

    [Test]
    public void Takes_out_half_pairs() => Assert.That(DisplayText.Clean("\uD83D好\uDE00\uD83D"), Is.EqualTo("好"));

    [TestCase("👨‍👩‍👧")]
    [TestCase("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [TestCase("❤️")]
    [TestCase("1️⃣")]
    [TestCase("👩🏻‍❤️‍💋‍👨🏿")]
    [TestCase("ế")]
    [TestCase("שָׁ")]
    public void Keeps_what_emoji_and_accents_are_made_of(string text) => Assert.That(DisplayText.Clean(text), Is.EqualTo(text));

    [Test]
    public void Piled_up_marks_are_few_whatever_lies_between_them()
    {
        var zalgo = "a" + string.Concat(Enumerable.Repeat("\u0310\u200D\u0007", 500)) + "b";

        var clean = DisplayText.Clean(zalgo);

        Assert.That(clean, Has.Length.LessThan(16).And.StartWith("a\u0310").And.EndWith("b"));
    }

    [Test]
    public void Endless_text_is_cut_between_graphemes()
    {
        var clean = DisplayText.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 10_000)), 100);

        Assert.That(clean, Is.EqualTo(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 12)) + "…"));
    }

    [Test]
    public void Text_at_the_limit_stays_whole()
    {
        Assert.That(DisplayText.Clean(new string('好', 100), 100), Has.Length.EqualTo(100).And.Not.EndWith("…"));
        Assert.That(DisplayText.Clean(new string('好', 101), 100), Has.Length.EqualTo(100).And.EndWith("…"));
    }

    [Test]
    public void Any_character_can_be_cleaned_and_cleaning_again_changes_nothing()
    {
        var all = new StringBuilder();
        for (var code = 0; code < 0x11_0000; code += code < 0x3000 ? 1 : 7)
            all.Append(code is >= 0xD800 and < 0xE000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));

        var clean = DisplayText.Clean(all.ToString(), int.MaxValue);

        Assert.That(DisplayText.Clean(clean, int.MaxValue), Is.EqualTo(clean));
    }
}
