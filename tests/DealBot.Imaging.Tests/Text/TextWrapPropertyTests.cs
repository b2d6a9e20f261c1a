using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

/// <summary>What holds for any text, tried on two thousand made from a fixed seed.</summary>
public class TextWrapPropertyTests
{
    private static readonly string[] Words =
    [
        "券", "牛奶", "到手价", "，", "。", "！", "（", "）", "《", "》", "：", " ", "  ", "500g", "1.5L", "￥99.9", "iPhone", "Pro", "a,b", "50%",
        "🎉", "👨‍👩‍👧", "🇨🇳", "é", "【", "】", "、", "-", "2024", "www.example.com", "\n", "°", "々",
    ];

    private static IEnumerable<(string Text, double Width)> Cases()
    {
        var random = new Random(618);
        for (var i = 0; i < 2000; i++)
            yield return (string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Words[random.Next(Words.Length)])), 2 + (random.NextDouble() * 18));
    }

    [Test]
    public void Nothing_but_white_space_is_lost()
    {
        var lost = Cases().Where(it => Bare(string.Concat(TextWrap.Wrap(it.Text, it.Width, int.MaxValue))) != Bare(it.Text));

        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void No_line_is_wider_than_asked()
    {
        var wide = Cases().SelectMany(it => TextWrap.Wrap(it.Text, it.Width, 3).Where(line => TextWrap.Measure(line) > it.Width + 1e-6));

        Assert.That(wide, Is.Empty);
    }

    [Test]
    public void No_line_has_white_space_at_its_ends()
    {
        Assert.That(Cases().SelectMany(it => TextWrap.Wrap(it.Text, it.Width, 3)).Where(line => line != line.Trim()), Is.Empty);
    }

    [Test]
    public void Ellipsis_stands_exactly_where_lines_are_missing()
    {
        var wrong = Cases().Where(it => TextWrap.Wrap(it.Text, it.Width, 2) is { Count: > 0 } lines
            && lines[^1].EndsWith('…') != TextWrap.Wrap(it.Text, it.Width, 99).Count > 2);

        Assert.That(wrong, Is.Empty);
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
