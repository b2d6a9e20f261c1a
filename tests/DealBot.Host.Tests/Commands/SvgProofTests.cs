using DealBot.Core.Rendering;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class SvgProofTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"75\" height=\"133\">";

    [Test]
    public void A_whole_drawing_passes() => Assert.That(() => SvgProof.Require("a.sbn-svg", "<!-- 注 -->\n" + Open + "<text>A&amp;B</text></svg>"), Throws.Nothing);

    [Test]
    public void A_bare_ampersand_is_pointed_at()
    {
        var lines = Fault(Open + "\n<text>买 & 送</text></svg>").Split('\n');

        Assert.That(lines[0], Does.StartWith("模板错误：a.sbn-svg 画出来的 SVG 第 2 行第 9 列"));
        Assert.That(lines[1..], Is.EqualTo(new[] { "  2 | <text>买 & 送</text></svg>", "    |          ^", "  提示：SVG 里的 & 要写成 &amp;" }));
    }

    [TestCase(Open + "\n<text>好价\n</svg>", "第 2 行的 <text> 没有结束")]
    [TestCase("<svg width=\"75\" height=\"133\"/>", "一片空白")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "没有写尺寸")]
    [TestCase(Open + "<image xlink:href=\"\"/></svg>", "xlink:href 写成 href")]
    [TestCase("", "模板错误")]
    public void What_is_wrong_is_told_in_words(string svg, string said) => Assert.That(Fault(svg), Does.Contain(said));

    private static string Fault(string svg) => Assert.Throws<TemplateFaultException>(() => SvgProof.Require("a.sbn-svg", svg))!.Reason.Zh;
}
