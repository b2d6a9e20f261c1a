using System.Globalization;

namespace DealBot.Templating.Tests;

public sealed class DateFunctionTests
{
    private static readonly RenderOptions Options = new() { Time = new FixedClock() };

    [TestCase("date.now | date.to_string '%F %T %Z'", "2026-06-18 12:00:00 +08:00")]
    [TestCase("date.utc_now | date.to_string '%F %T'", "2026-06-18 04:00:00")]
    [TestCase("date.parse '2016/01/05'", "05 Jan 2016")]
    [TestCase("date '2016-01-05'", "05 Jan 2016")]
    [TestCase("'2016-01-05' | date.to_string '%d/%m'", "05/01")]
    [TestCase("date.parse '2016-01-05 08:30' | date.to_string '%Z'", "+08:00")]
    [TestCase("date.parse '2018--06--17' '%Y--%m--%d'", "17 Jun 2018")]
    [TestCase("date.parse '20/01/2022 08:32' culture: 'en-GB'", "20 Jan 2022")]
    [TestCase("'03 14, 2016' | date.parse_to_string '%b %d, %y' input_pattern: '%m %d, %Y'", "Mar 14, 16")]
    [TestCase("date.parse '2026-01-05T00:00:00Z' | date.to_string '%F %R %Z'", "2026-01-05 08:00 +08:00")]
    [TestCase("date.parse '2026-01-05 23:30 -05:00' | date.to_string '%F %R'", "2026-01-06 12:30")]
    [TestCase("date.parse '14:30' | date.to_string '%F %R'", "2026-06-18 14:30")]
    [TestCase("date.parse '14.30' '%H.%M' | date.to_string '%F %R'", "2026-06-18 14:30")]
    [TestCase("date.parse '05/11' '%d/%m' | date.to_string '%F'", "2026-11-05")]
    [TestCase("date.parse '2026-11-05 9 PM' '%Y-%m-%d %l %p' | date.to_string '%H'", "21")]
    [TestCase("date.parse '5 novembre 2026' '%e %B %Y' 'fr-FR'", "05 Nov 2026")]
    [TestCase("date.parse '5 November 2026' '%g%e %B %Y' 'fr-FR'", "05 Nov 2026")]
    [TestCase("date.now | date.to_string '%A' 'zh-CN'", "星期四")]
    [TestCase("date.now | date.to_string '%I %p' 'zh-CN'", "12 下午")]
    [TestCase("date.now | date.to_string '%A %g%A' 'fr-FR'", "jeudi Thursday")]
    [TestCase("date.format = '%B'; date.now | date.to_string '%g' 'fr-FR'", " June")]
    [TestCase("date.format = '%Y'; date.now; date.format = date.default_format; ' '; date.now", "2026 18 Jun 2026")]
    [TestCase("date.now | date.to_string", "18 Jun 2026")]
    [TestCase("date.now | date.to_string pattern: '%y' culture: 'de-DE'", "26")]
    [TestCase("'2026-11-05' | date.parse_to_string '%B' output_culture: 'fr-FR'", "novembre")]
    [TestCase("'05.11.2026' | date.parse_to_string '%F' input_culture: 'de-DE'", "2026-11-05")]
    [TestCase("'' | date.parse_to_string '%F'", "")]
    [TestCase("a = date.parse '2026-01-01'; b = date.parse '2026-01-02'; [a < b, a == b, a != b, b >= a, a == (date '2026-01-01')]", "[true, false, true, true, true]")]
    [TestCase("(timespan.from_hours 1) < (timespan.from_hours 2)", "true")]
    [TestCase("(date '2026-01-02') - (date '2026-01-01')", "1.00:00:00")]
    [TestCase("(date '2026-01-02') - (timespan.from_hours 1) | date.to_string '%F %R'", "2026-01-01 23:00")]
    [TestCase("date.parse '' | object.typeof", "")]
    [TestCase("null | date.to_string '%Y'", "")]
    public void Parses_and_prints(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}", options: Options), Is.EqualTo(expected));

    /// <summary>Whatever year the machine is in: each of its two digits is among the minutes, or the days, of these.</summary>
    [TestCase("'{0:00}:{1:00}'", "2040-03-05 {0:00}:{1:00}")]
    [TestCase("'{0:00}.{1:00}' '%H.%M'", "2040-03-05 {0:00}:{1:00}")]
    [TestCase("'{1:00}:{1:00} +08:00'", "2040-03-05 {1:00}:{1:00}", 0, 23)]
    [TestCase("'{1:00}/11' '%d/%m'", "2040-11-{1:00} 00:00", 1, 28)]
    [TestCase("'11/{1:00} {1:00}' '%m/%d %M'", "2040-11-{1:00} 00:{1:00}", 1, 28)]
    [TestCase("'11-{1:00}'", "2040-11-{1:00} 00:00", 1, 28)]
    [TestCase("'11月{1}日 09:{1:00}' culture: 'zh-CN'", "2040-11-{1:00} 09:{1:00}", 1, 28)]
    [TestCase("'29/02' '%d/%m'", "2040-02-29 00:00", 0, 0)]
    public void What_is_left_out_is_taken_from_the_clock_of_the_rendering(string call, string expected, int from = 0, int to = 59)
    {
        var options = new RenderOptions { Time = new FixedClock(new DateTimeOffset(2040, 3, 5, 1, 0, 0, TimeSpan.FromHours(8))) };
        var numbers = Enumerable.Range(from, to + 1 - from).ToList();

        Assert.That(
            numbers.Select(number => Rendered.Text("{{ date.parse " + string.Format(CultureInfo.InvariantCulture, call, number % 24, number) + " | date.to_string '%F %R' }}", options: options)),
            Is.EqualTo(numbers.Select(number => string.Format(CultureInfo.InvariantCulture, expected, number % 24, number))));
    }

    [TestCase("add_days 1", "2026-06-19 12:00:00")]
    [TestCase("add_days (-18)", "2026-05-31 12:00:00")]
    [TestCase("add_months 1", "2026-07-18 12:00:00")]
    [TestCase("add_years 1", "2027-06-18 12:00:00")]
    [TestCase("add_hours 1.5", "2026-06-18 13:30:00")]
    [TestCase("add_minutes 1", "2026-06-18 12:01:00")]
    [TestCase("add_seconds 1", "2026-06-18 12:00:01")]
    [TestCase("add_milliseconds 2000", "2026-06-18 12:00:02")]
    public void Adds(string call, string expected) =>
        Assert.That(Rendered.Text("{{ date.now | date." + call + " | date.to_string '%F %T' }}", options: Options), Is.EqualTo(expected));

    [TestCase("year", "2026")]
    [TestCase("month", "6")]
    [TestCase("day", "18")]
    [TestCase("day_of_year", "169")]
    [TestCase("hour", "12")]
    [TestCase("minute", "0")]
    [TestCase("second", "0")]
    [TestCase("millisecond", "0")]
    [TestCase("day_of_week", "Thursday")]
    [TestCase("time_of_day", "12:00:00")]
    [TestCase("date", "18 Jun 2026")]
    [TestCase("ticks", "639173808000000000")]
    [TestCase("nothing", "")]
    public void Has_members(string member, string expected) => Assert.That(Rendered.Text("{{ date.now." + member + " }}", options: Options), Is.EqualTo(expected));

    [TestCase("%a %A", "Thu Thursday")]
    [TestCase("%b %B %h", "Jan January Jan")]
    [TestCase("%c", "Thu Jan  1 21:05:09 2026")]
    [TestCase("%C %y %Y", "20 26 2026")]
    [TestCase("%d [%e] %j", "01 [ 1] 001")]
    [TestCase("%D %F %v", "01/01/26 2026-01-01  1-JAN-2026")]
    [TestCase("%H %I [%k] [%l] %p %P", "21 09 [21] [ 9] PM pm")]
    [TestCase("%M %S %L %N", "05 09 007 007000000")]
    [TestCase("%r|%R|%T", "09:05:09 PM|21:05|21:05:09")]
    [TestCase("%u %w %U %V %W", "4 4 00 01 00")]
    [TestCase("%s", "1767301509")]
    [TestCase("%x %X", "01/01/2026 21:05:09")]
    [TestCase("%Z %% %q %n%t|", "+00:00 % %q \n\t|")]
    [TestCase("%g %Y", " 2026")]
    public void Formats(string pattern, string expected)
    {
        var model = new TemplateObject { ["t"] = new DateTimeOffset(2026, 1, 1, 21, 5, 9, 7, TimeSpan.Zero), ["pattern"] = pattern };

        Assert.That(Rendered.Text("{{ t | date.to_string pattern }}", model), Is.EqualTo(expected));
    }

    [TestCase("{{ date.parse 'soon' }}", "`soon` is not a date.")]
    [TestCase("{{ date.parse '2026' '%d/%m' }}", "is not a date of the form `%d/%m`")]
    [TestCase("{{ date.now | date.add_years 9999 }}", "There is no date that lies `9999` that way")]
    [TestCase("{{ 5 | date.to_string '%Y' }}", "Expecting a date instead of `int`")]
    public void Says_what_does_not_fit(string template, string expected) => Assert.That(Rendered.Error(template), Does.Contain(expected));

    [TestCase("(timespan.from_days 1.5).total_hours", "36")]
    [TestCase("(timespan.from_hours 25).days", "1")]
    [TestCase("(timespan.from_minutes 90).hours", "1")]
    [TestCase("(timespan.from_seconds 61).minutes", "1")]
    [TestCase("(timespan.from_milliseconds 1500).total_seconds", "1.5")]
    [TestCase("timespan.parse '1.02:00:00' | object.kind", "timespan")]
    [TestCase("timespan.zero", "00:00:00")]
    [TestCase("(date.now + (timespan.from_days 1)) | date.to_string '%d'", "19")]
    [TestCase("(date.now - (date.parse '2026-06-01')).days", "17")]
    public void Timespans(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}", options: Options), Is.EqualTo(expected));
}
