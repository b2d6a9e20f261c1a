using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class SourceExcerptTests
{
    [Test]
    public void Line_is_numbered_and_the_caret_stands_below_the_place() =>
        Assert.That(SourceExcerpt.Of("first\nsecond {{ oops }}\nthird", 2, 11), Is.EqualTo(new[]
        {
            "  2 | second {{ oops }}",
            "    |           ^",
        }));

    [TestCase("价格 {{ x", 7, "价格 {{ x", 8, TestName = "Chinese_characters_are_two_columns_wide")]
    [TestCase("【省】x", 4, "【省】x", 6, TestName = "Full_width_brackets_are_two_columns_wide")]
    [TestCase("🛒❤️x", 5, "🛒❤️x", 4, TestName = "Emoji_are_two_columns_wide_however_many_characters_they_take")]
    [TestCase("👩‍👧x", 6, "👩‍👧x", 2, TestName = "Joined_emoji_are_one_sign")]
    [TestCase("e\u0301x", 3, "e\u0301x", 1, TestName = "Combining_accents_take_no_column")]
    [TestCase("\t{{ x", 5, "    {{ x", 7, TestName = "Tabs_end_at_every_fourth_column")]
    [TestCase("a\tb", 3, "a   b", 4, TestName = "Tabs_after_text_are_shorter")]
    [TestCase("x\u001b[31my", 7, "x?[31my", 6, TestName = "Control_characters_do_not_reach_the_terminal")]
    [TestCase("x\u202Ey", 3, "x?y", 2, TestName = "Marks_that_turn_the_reading_direction_do_not_reach_the_terminal")]
    [TestCase("abc\r", 4, "abc", 3, TestName = "Place_just_behind_the_line_is_shown")]
    [TestCase("abc", 90, "abc", 3, TestName = "Place_far_behind_the_line_is_shown_at_its_end")]
    [TestCase("", 1, "", 0, TestName = "Empty_line_has_a_caret")]
    public void Caret_stands_under_the_sign(string line, int column, string shown, int caret) =>
        Assert.That(SourceExcerpt.Of(line, 1, column), Is.EqualTo(new[] { $"  1 | {shown}", $"    | {new string(' ', caret)}^" }));

    [TestCase("价 {{ deal.价格 }}", 6, 7, "^^^^^^^^^", TestName = "Carets_stand_under_all_of_the_stretch")]
    [TestCase("ab", 2, 40, "^", TestName = "Carets_end_with_the_line")]
    [TestCase("ab", 9, 3, "^", TestName = "Stretch_behind_the_line_has_one_caret")]
    [TestCase("价格", 1, 0, "^", TestName = "Unknown_length_is_one_caret")]
    public void Stretch_is_underlined(string line, int column, int length, string carets) =>
        Assert.That(SourceExcerpt.Of(line, 1, column, length)[1].TrimStart(' ', '|'), Is.EqualTo(carets));

    [Test]
    public void Long_line_is_cut_to_a_window_around_the_place()
    {
        var lines = SourceExcerpt.Of(new string('前', 300) + "!" + new string('后', 300), 1, 301);

        Assert.That(lines[0], Is.EqualTo($"  1 | ...{new string('前', 30)}!{new string('后', 19)}..."));
        Assert.That(lines[1], Is.EqualTo($"    | ...{new string(' ', 60)}^".Replace("...", "   ", StringComparison.Ordinal)));
    }

    [Test]
    public void Long_line_with_its_fault_at_the_beginning_is_cut_behind() =>
        Assert.That(SourceExcerpt.Of(new string('x', 300), 1, 2), Is.EqualTo(new[] { $"  1 | {new string('x', 100)}...", "    |  ^" }));

    [TestCase(0)]
    [TestCase(3)]
    public void Line_that_is_not_there_any_more_is_not_shown(int line) => Assert.That(SourceExcerpt.Of("one\ntwo", line, 1), Is.Empty);
}
