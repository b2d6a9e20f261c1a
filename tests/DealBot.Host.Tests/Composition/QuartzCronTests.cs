using DealBot.Contracts;
using DealBot.Core.Scheduling;
using DealBot.Host.Composition;

namespace DealBot.Host.Tests.Composition;

public sealed class QuartzCronTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("30 9 * * *")]
    [TestCase("0 0 25 * * ?")]
    [TestCase("0 60 9 * * ?")]
    [TestCase("99 20 8-21 * * ?")]
    [TestCase("0 99 8-21 * * ?")]
    [TestCase("0 0 8-99 * * ?")]
    [TestCase("0 0 9 * * MONN")]
    public void Bad_expression_is_a_format_fault(string expression) =>
        Assert.That(() => QuartzCron.Parse(expression, Shanghai), Throws.InstanceOf<FormatException>());

    [TestCase("30 9 * * *", "有 5 段", "has 5 fields")]
    [TestCase("0 0 8-99 * * ?", "时写了 99，应为 0 到 23", "hour is 99, not 0 to 23")]
    public void Fault_is_told_in_both_languages(string expression, string zh, string en) => Assert.That(
        () => QuartzCron.Parse(expression, Shanghai),
        Throws.InstanceOf<CronFaultException>().With.Property(nameof(CronFaultException.Reason)).EqualTo(new Phrase(zh, en)));

    [Test]
    public void Next_moment_is_reckoned_by_the_zones_own_clock()
    {
        var next = QuartzCron.Parse("0 30 9 * * ?", Shanghai);

        Assert.That(next(Some.Shanghai("2026-06-18 08:00")), Is.EqualTo(Some.Shanghai("2026-06-18 09:30")));
    }

    [Test]
    public void Next_moment_is_strictly_later()
    {
        var next = QuartzCron.Parse("0 30 9 * * ?", Shanghai);

        Assert.That(next(Some.Shanghai("2026-06-18 09:30")), Is.EqualTo(Some.Shanghai("2026-06-19 09:30")));
    }

    [Test]
    public void Weekdays_are_the_zones_own()
    {
        var next = QuartzCron.Parse("0 0 1 ? * MON", Shanghai);

        // One o'clock on Monday in Shanghai is still Sunday in London.
        Assert.That(next(Some.Shanghai("2026-06-14 12:00")), Is.EqualTo(new DateTimeOffset(2026, 6, 14, 17, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public void Series_that_has_ended_has_no_next_moment() =>
        Assert.That(QuartzCron.Parse("0 0 9 1 1 ? 2020", Shanghai)(Some.Morning), Is.Null);
}
