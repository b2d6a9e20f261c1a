using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Tests.Wire;

public sealed class Utf8TextTests
{
    [TestCase("好价", 6, "好价")]
    [TestCase("好价好", 8, "好…")]
    [TestCase("好 价好", 7, "好…", Description = "no space before the ellipsis")]
    [TestCase("e\u0301e\u0301e\u0301", 8, "e\u0301…", Description = "an accent stays on its letter")]
    [TestCase("😀😀", 7, "😀…")]
    [TestCase("🇨🇳🇨🇳", 12, "🇨🇳…", Description = "a flag is two code points")]
    [TestCase("好价", 3, "…")]
    public void Cuts_between_characters_as_readers_see_them(string text, int maxBytes, string expected) =>
        Assert.That(Utf8Text.Cut(text, maxBytes), Is.EqualTo(expected));

    [TestCase("好价 https://u.jd.com/abcdefg", 20, "好价…", Description = "half a link would lead elsewhere")]
    [TestCase("好价 https://u.jd.com/a 好价好价", 31, "好价 https://u.jd.com/a …", Description = "the ellipsis is no part of the link")]
    [TestCase("好价 https://u.jd.com/a 好价好价", 28, "好价…")]
    [TestCase("https://u.jd.com/abcdefg", 20, "…")]
    public void Cuts_no_link(string text, int maxBytes, string expected) => Assert.That(Utf8Text.Cut(text, maxBytes), Is.EqualTo(expected));

    [TestCase("好价 https://u.jd.com/abcdefg", 20, "好价…")]
    [TestCase("好价 https://u.jd.com/a 好价好价", 23, "好价 https://u.jd.com/a …")]
    public void Cuts_no_link_however_it_counts(string text, int most, string expected)
    {
        Assert.That(Utf16Text.Cut(text, most), Is.EqualTo(expected));
        Assert.That(Utf8Text.CutCharacters(text, most), Is.EqualTo(expected));
    }
}
