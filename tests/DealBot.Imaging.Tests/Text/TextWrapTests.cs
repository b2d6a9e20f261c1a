using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class TextWrapTests
{
    [TestCase("", 0)]
    [TestCase(null, 0)]
    [TestCase("  \n \u3000", 0)]
    [TestCase("好", 1)]
    public void Blank_text_has_no_lines(string? text, int lines) => Assert.That(TextWrap.Wrap(text, 10, 3), Has.Count.EqualTo(lines));

    [Test]
    public void Chinese_breaks_between_any_characters()
    {
        Assert.That(Wrap("新鲜进口牛奶一箱装", 4), Is.EqualTo(new[] { "新鲜进口", "牛奶一箱", "装" }));
    }

    [TestCase("今天下单，立减五元", "今天下", "单，立减", "五元")]
    [TestCase("今天下单！！快抢吧", "今天下", "单！！快", "抢吧")]
    [TestCase("超值牛奶（整箱）装", "超值牛奶", "（整箱）", "装")]
    [TestCase("买牛奶（整箱）两箱", "买牛奶", "（整箱）", "两箱")]
    [TestCase("现在只要￥99元起", "现在只要", "￥99元", "起")]
    [TestCase("直降百分之五十％吧", "直降百分", "之五十％", "吧")]
    public void Lines_never_begin_with_closing_nor_end_with_opening_punctuation(string text, params string[] lines)
    {
        Assert.That(Wrap(text, 4), Is.EqualTo(lines));
    }

    [TestCase("净重500g装", "净重", "500g装")]
    [TestCase("每瓶1.5L大瓶", "每瓶1.5L", "大瓶")]
    [TestCase("到手1,299元", "到手", "1,299元")]
    [TestCase("直降50%起", "直降", "50%起")]
    [TestCase("鲜牛奶3×200g", "鲜牛奶", "3×200g")]
    [TestCase("每包有120片装", "每包有", "120片装")]
    [TestCase("内购价¥49.9起", "内购价", "¥49.9起")]
    [TestCase("整袋2.5kg装", "整袋", "2.5kg装")]
    public void Numbers_keep_their_units(string text, params string[] lines) => Assert.That(Wrap(text, 4.1), Is.EqualTo(lines));

    [Test]
    public void Letters_and_their_number_are_one_word() => Assert.That(Wrap("新款iPhone17手机", 5), Is.EqualTo(new[] { "新款", "iPhone17", "手机" }));

    [Test]
    public void Latin_words_stay_whole_and_spaces_vanish_at_line_ends()
    {
        Assert.That(Wrap("Apple  iPhone 16 Pro (256GB) 手机", 7), Is.EqualTo(new[] { "Apple iPhone", "16 Pro", "(256GB) 手机" }));
    }

    [Test]
    public void Word_longer_than_a_line_is_cut()
    {
        var lines = Wrap("看https://example.com/abcdefgh吧", 5);

        Assert.That(string.Concat(lines), Is.EqualTo("看https://example.com/abcdefgh吧"));
        Assert.That(lines.Select(line => TextWrap.Measure(line)), Is.All.LessThanOrEqualTo(5.0));
    }

    [TestCase("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧")]
    [TestCase("🇨🇳🇨🇳🇨🇳")]
    [TestCase("👍🏽👍🏽👍🏽")]
    [TestCase("1️⃣1️⃣1️⃣")]
    public void Emoji_are_never_cut(string text)
    {
        var lines = Wrap(text, 1.5);

        Assert.That(lines, Has.Count.EqualTo(3).And.All.EqualTo(text[..(text.Length / 3)]));
    }

    [TestCase("今天下单……快抢吧", "今天下", "单……快", "抢吧")]
    [TestCase("他说：“好价来了”", "他说：", "“好价来", "了”")]
    [TestCase("买牛奶《早安》送", "买牛奶", "《早安》", "送")]
    [TestCase("大牌牛奶【整箱】", "大牌牛奶", "【整箱】")]
    public void Quotes_dots_and_brackets_keep_their_side(string text, params string[] lines) => Assert.That(Wrap(text, 4), Is.EqualTo(lines));

    [Test]
    public void Endless_word_is_cut_in_few_measurements()
    {
        var measured = 0;
        var lines = TextWrap.Wrap(new string('x', 10_000), 10, 3, text =>
        {
            measured++;
            return text.Length;
        });

        Assert.That(lines, Is.EqualTo(new[] { "xxxxxxxxxx", "xxxxxxxxxx", "xxxxxxxxx…" }));
        Assert.That(measured, Is.LessThan(200));
    }

    [Test]
    public void Says_whether_text_is_missing_and_whether_a_word_was_cut()
    {
        var whole = TextWrap.Lay("好价来了", 4, 1);
        var cut = TextWrap.Lay("好价来了吧", 4, 1);
        var broken = TextWrap.Lay("Donaudampfschifffahrt", 6, 9);

        Assert.That((whole.IsCut, whole.HasCutWord, cut.IsCut, broken.IsCut, broken.HasCutWord), Is.EqualTo((false, false, true, false, true)));
    }

    [Test]
    public void Text_that_does_not_fit_ends_in_an_ellipsis_within_the_width()
    {
        var lines = TextWrap.Wrap("新鲜进口牛奶一箱装顺丰包邮", 5, 2);

        Assert.That(lines, Is.EqualTo(new[] { "新鲜进口牛", "奶一箱装…" }));
    }

    [Test]
    public void Text_that_just_fits_has_no_ellipsis() => Assert.That(TextWrap.Wrap("新鲜进口牛奶一箱装好", 5, 2)[1], Is.EqualTo("奶一箱装好"));

    [TestCase("今天下单，立减五元", 5, "今天下单…")]
    [TestCase("到手价￥1299包邮到家", 5.2, "到手价…")]
    [TestCase("到手价：￥12999包邮", 6, "到手价…")]
    public void Ellipsis_follows_no_comma_and_cuts_no_price(string text, double width, string line)
    {
        Assert.That(TextWrap.Wrap(text, width, 1), Is.EqualTo(new[] { line }));
    }

    [Test]
    public void Single_long_word_is_cut_for_the_ellipsis()
    {
        var lines = TextWrap.Wrap("Donaudampfschifffahrt", 6, 1);

        Assert.That(lines[0], Does.StartWith("Donau").And.EndsWith("…"));
        Assert.That(TextWrap.Measure(lines[0]), Is.LessThanOrEqualTo(6));
    }

    [Test]
    public void Line_ends_in_the_text_are_kept_and_empty_lines_are_not()
    {
        Assert.That(Wrap("第一行\r\n\n第二行\u2028第三行", 9), Is.EqualTo(new[] { "第一行", "第二行", "第三行" }));
    }

    [Test]
    public void Width_function_can_be_replaced()
    {
        Assert.That(TextWrap.Wrap("iiiiWWWW 好好", 4, 9, text => text.Length), Is.EqualTo(new[] { "iiii", "WWWW", "好好" }));
    }

    [Test]
    public void Line_narrower_than_a_character_takes_one_character() => Assert.That(Wrap("好吃", 0.1), Is.EqualTo(new[] { "好", "吃" }));

    [Test]
    public void Refuses_a_width_or_a_number_of_lines_that_is_not_positive()
    {
        Assert.That(() => TextWrap.Wrap("好", 0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => TextWrap.Wrap("好", 1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static IReadOnlyList<string> Wrap(string text, double width) => TextWrap.Wrap(text, width, 99);
}
