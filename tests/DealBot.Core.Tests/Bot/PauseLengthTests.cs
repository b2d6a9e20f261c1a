using DealBot.Core.Bot;

namespace DealBot.Core.Tests.Bot;

public sealed class PauseLengthTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [TestCase("2小时", "2026-06-01 11:00")]
    [TestCase("2 个 小时", "2026-06-01 11:00")]
    [TestCase("２小时", "2026-06-01 11:00")]
    [TestCase("1.5小时", "2026-06-01 10:30")]
    [TestCase("30分钟", "2026-06-01 09:30")]
    [TestCase("半小时", "2026-06-01 09:30")]
    [TestCase("半个小时", "2026-06-01 09:30")]
    [TestCase("两小时", "2026-06-01 11:00")]
    [TestCase("兩個小時", "2026-06-01 11:00")]
    [TestCase("一个钟头", "2026-06-01 10:00")]
    [TestCase("十分钟", "2026-06-01 09:10")]
    [TestCase("1天", "2026-06-02 09:00")]
    [TestCase("2 hours", "2026-06-01 11:00")]
    [TestCase("1.5h", "2026-06-01 10:30")]
    [TestCase("half an hour", "2026-06-01 09:30")]
    [TestCase("30 Min", "2026-06-01 09:30")]
    [TestCase("1 day", "2026-06-02 09:00")]
    [TestCase("until 18:00", "2026-06-01 18:00")]
    [TestCase("到 18:00", "2026-06-01 18:00")]
    [TestCase("到18点", "2026-06-01 18:00")]
    [TestCase("至18点30", "2026-06-01 18:30")]
    [TestCase("到 8:00", "2026-06-02 08:00")]
    public void Length_is_read_and_ends_by_the_groups_clock(string text, string end)
    {
        Assert.That(PauseLength.TryRead(text, out var length), Is.True);
        Assert.That(length.EndOf(Some.Morning, Shanghai), Is.EqualTo(Some.Shanghai(end)));
    }

    [Test]
    public void Without_a_length_only_the_owner_ends_it()
    {
        Assert.That(PauseLength.TryRead("", out var length), Is.True);
        Assert.That(length.EndOf(Some.Morning, Shanghai), Is.Null);
    }

    [TestCase("一会儿")]
    [TestCase("a while")]
    [TestCase("2 months")]
    [TestCase("until tomorrow")]
    [TestCase("0小时")]
    [TestCase("十二小时")]
    [TestCase("9999天")]
    [TestCase("到 25:00")]
    [TestCase("到")]
    [TestCase("2")]
    public void Anything_else_is_no_length(string text) => Assert.That(PauseLength.TryRead(text, out _), Is.False);
}
