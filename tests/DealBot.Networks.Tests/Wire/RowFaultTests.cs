using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Networks.Tests.Wire;

/// <summary>A row that nobody could foresee costs itself, and not the window or the list that it came in.</summary>
public sealed class RowFaultTests
{
    private static readonly WireNode[] Rows = [WireNode.Parse("""{"id":"1"}"""), WireNode.Parse("""{"id":"2"}""")];

    private static readonly OrderWindow Window = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

    [Test]
    public async Task Order_row_whose_reading_throws_comes_as_it_is()
    {
        var passes = new OrderPasses("jd", 10, NullLogger.Instance);

        var reports = await passes.ReadAsync(
            Window,
            (_, _) => Task.FromResult(new OrderRowPage(Rows, HasMore: false)),
            row => row["id"].Text == "1" ? throw new OverflowException() : new OrderReport(row.Raw, null, "2"),
            default).ToListAsync();

        Assert.That(reports.Select(report => (report.Raw, report.RowId)), Is.EqualTo(new[] { ("""{"id":"1"}""", (string?)null), ("""{"id":"2"}""", "2") }));
    }

    [Test]
    public async Task Item_whose_reading_throws_is_left_out()
    {
        var read = 0;

        var deals = await new DealPages("jd", NullLogger.Instance).ListAsync(
            10,
            (_, _) => Task.FromResult(new DealPage(Rows, IsLast: true)),
            row => row["id"].Text,
            _ => ++read == 1 ? throw new OverflowException() : null,
            default).ToListAsync();

        Assert.That((deals.Count, read), Is.EqualTo((0, 2)));
    }
}
