using DealBot.Core.Selection;

namespace DealBot.Core.Tests.Selection;

public sealed class TitleShinglesTests
{
    [TestCase("好奇金装纸尿裤XL码88片", "好奇金装纸尿裤XL码88片")]
    [TestCase("好奇金装纸尿裤XL码88片", "好奇 金装纸尿裤【xl码】88片！")]
    [TestCase("ＡＢＣ１２３洗衣液", "abc123洗衣液")]
    [TestCase("维达抽纸超韧3层130抽20包整箱", "维达抽纸超韧3层130抽24包整箱")]
    public void Titles_that_differ_in_size_case_width_or_marks_are_nearly_the_same(string left, string right) => Assert.That(Alike(left, right), Is.True);

    [TestCase("好奇金装纸尿裤", "帮宝适一级帮拉拉裤")]
    [TestCase("维达抽纸整箱", "维达湿巾便携")]
    [TestCase("", "")]
    [TestCase("!!!", "???")]
    [TestCase("a", "a")]
    public void Other_titles_are_not(string left, string right) => Assert.That(Alike(left, right), Is.False);

    [TestCase("\uFFFE")]
    [TestCase("\uD83D")]
    public void A_title_with_what_is_no_letter_at_all_is_read_without_it(string stray) => Assert.That(Alike($"好奇金装{stray}纸尿裤XL码88片", "好奇金装纸尿裤XL码88片"), Is.True);

    [Test]
    public void Likeness_goes_both_ways()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var (left, right) = (Title(random), Title(random));
            Assert.That(Alike(left, right), Is.EqualTo(Alike(right, left)), $"{left} / {right}");
        }
    }

    [Test]
    public void The_index_of_titles_says_what_comparing_with_each_would()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var posted = Enumerable.Range(0, random.Next(0, 12)).Select(_ => TitleShingles.Of(Title(random))).ToList();
            var index = new TitleIndex(posted);
            for (var j = 0; j < 5; j++)
            {
                var title = TitleShingles.Of(Title(random));
                Assert.That(index.HasNearly(title), Is.EqualTo(posted.Any(title.IsNearlyThatOf)));
            }
        }
    }

    [Test]
    public void Likeness_begins_at_the_threshold()
    {
        // 18 of 25 pairs are 0.72: nineteen letters give 18 pairs, and seven more of the other title are its own.
        const string shared = "一二三四五六七八九十百千万亿甲乙丙丁戊";

        Assert.That(Alike(shared, shared + "子丑寅卯辰巳午"), Is.True);
        Assert.That(Alike(shared, shared + "子丑寅卯辰巳午未"), Is.False);
    }

    private static string Title(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => "天地玄黄宇宙"[random.Next(6)]));

    private static bool Alike(string left, string right) => TitleShingles.Of(left).IsNearlyThatOf(TitleShingles.Of(right));
}
