using System.Xml.Linq;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class SvgTextTests
{
    [TestCase(null, "")]
    [TestCase("券后价", "券后价")]
    [TestCase("<a href=\"x\">A&B's</a>", "&lt;a href=&quot;x&quot;&gt;A&amp;B&#39;s&lt;/a&gt;")]
    [TestCase("a\0b\u0008c\t\n", "abc\t\n")]
    [TestCase("a\uFFFEb\uFFFF", "ab")]
    public void Escapes_markup_and_drops_what_xml_cannot_hold(string? text, string escaped) => Assert.That(SvgText.Escape(text), Is.EqualTo(escaped));

    [Test]
    public void Text_cannot_turn_round_what_stands_beside_it() => Assert.That(SvgText.Escape("\u202E<b>\u2066¥9"), Is.EqualTo("&lt;b&gt;¥9"));

    [Test]
    public void Drops_lone_surrogates_and_keeps_pairs() => Assert.That(SvgText.Escape("🎉\uD83D x \uDE00\uD83D"), Is.EqualTo("🎉 x "));

    [Test]
    public void Every_character_survives_or_vanishes_but_never_breaks_the_document()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Select(code => (char)code));

        Assert.That(() => XElement.Parse($"<t a=\"{SvgText.Escape(all)}\" b='{SvgText.Escape(all)}'>{SvgText.Escape(all)}</t>"), Throws.Nothing);
    }
}
