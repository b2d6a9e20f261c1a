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
}
