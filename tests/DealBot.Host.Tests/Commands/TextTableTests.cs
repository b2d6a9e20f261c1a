using DealBot.Host.Commands;
using Spectre.Console;

namespace DealBot.Host.Tests.Commands;

public sealed class TextTableTests
{
    [Test]
    public void Fits_a_terminal_of_any_width_without_breaking_what_is_copied([Values(20, 41, 60, 79, 80, 120, 4096)] int width)
    {
        var lines = Draw(width);

        Assert.That(lines.Select(line => line.GetCellWidth()).Distinct().Count(), Is.EqualTo(1), string.Join('\n', lines));
        Assert.That(lines, Has.Some.Contains("courier-a_20261122T035700"));
        if (width >= 79)
        {
            Assert.That(lines[0].GetCellWidth(), Is.LessThanOrEqualTo(width));
        }
    }

    [Test]
    public void Breaks_headings_before_words_where_room_is_scarce()
    {
        Assert.That(Draw(4096), Has.Some.Contains("最忙的一小时"));
        Assert.That(Draw(80), Has.Some.Contains("最忙的 ").And.Some.Contains("一小时 "));
    }

    [Test]
    public void Begins_no_line_with_a_comma_and_leaves_latin_words_whole()
    {
        Assert.That(
            TextLines.Of("账号 wecom/mama-a 每小时 2 条已排满，今天发不了", 18),
            Is.EqualTo(new[] { "账号 wecom/mama-a", "每小时 2 条已排", "满，今天发不了" }));
    }

    private static string[] Draw(int width)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = width;
        var table = new TextTable();
        table.Column("编号");
        table.Column("最忙的一小时", right: true);
        table.Column("说明", wraps: true);
        table.Row("courier-a_20261122T035700", "2/20", "企业微信没有在限定时间内回复，消息可能已送达，请在群里确认 🛵（errcode 93000）");
        table.Row("mama-a", "", "[没有]");
        table.Write(console);
        return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
