using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;

namespace DealBot.Core.Tests.Orders;

/// <summary>Windows taken in on a real database.</summary>
public sealed class OrderIntakeTests
{
    private static readonly DateTimeOffset Start = Some.Morning;

    /// <summary>Each holds enough to be kept by itself. The second and the third have orders of the one before that came further, the fourth is traced beside it.</summary>
    private static readonly OrderWindow[] Windows = [.. Enumerable.Range(0, 4).Select(hour => new OrderWindow(Start.AddHours(hour), Start.AddHours(hour + 1)))];

    [Test]
    public async Task Windows_that_are_kept_while_the_next_are_read_leave_what_windows_kept_one_by_one_leave()
    {
        using var together = new PostingStage();
        using var single = new PostingStage();

        await TakeAsync(together, Windows);
        foreach (var window in Windows)
        {
            await TakeAsync(single, window);
        }

        Assert.That(Left(together), Is.EqualTo(Left(single)).And.Count.GreaterThan(Windows.Length * OrderIntake.RowsAtOnce));
    }

    [Test]
    public async Task A_window_that_can_not_be_kept_leaves_the_watermark_where_the_one_before_ends()
    {
        using var stage = new PostingStage();
        stage.Execute("CREATE TRIGGER full BEFORE INSERT ON order_snapshots WHEN NEW.row_id = '1-7' BEGIN SELECT RAISE(ABORT, 'no room'); END");

        Assert.That(
            () => TakeAsync(stage, Windows),
            Throws.Exception.With.Message.Contains("no room"));

        Assert.That(stage.Query<long>("SELECT until FROM order_watermarks"), Is.EqualTo(new[] { Windows[0].To.ToUnixTimeMilliseconds() }));
        Assert.That(stage.Query<long>("SELECT COUNT(*) FROM order_snapshots WHERE row_id NOT LIKE '0-%'").Single(), Is.Zero);
    }

    private static async Task TakeAsync(PostingStage stage, params OrderWindow[] windows)
    {
        var intake = new OrderIntake(new OrderDesk(stage).Tracing(), new OrderStore(stage.Database), stage.Clock);
        await foreach (var _ in intake.TakeAsync(Network(), windows, movesWatermark: true, default))
        {
        }
    }

    private static FakeNetwork Network() => new()
    {
        Orders = window =>
        {
            var hour = Array.IndexOf(Windows, window);
            return Enumerable.Range(0, OrderIntake.RowsAtOnce).Select(number => number % 10 == 3 && (hour is 1 or 2)
                ? Row(hour - 1, number, OrderStatus.Confirmed)
                : Row(hour, number, OrderStatus.Paid));
        },
    };

    private static OrderUpdate Row(int hour, int number, OrderStatus status)
    {
        var orderedAt = Windows[hour].From.AddSeconds(number / 2);
        var modifiedAt = status == OrderStatus.Paid ? orderedAt : orderedAt.AddHours(1);
        return Some.Order($"{hour}-{number}", status, orderedAt, modifiedAt, new Tracking(number % 3 == 0 ? null : $"mama-{number % 3}", null));
    }

    private static List<string> Left(PostingStage stage) =>
    [
        .. stage.Query<string>("SELECT network || ' ' || until FROM order_watermarks"),
        .. stage.Query<string>("SELECT row_id || ' ' || COALESCE(group_id, '') || ' ' || status || ' ' || commission_fen FROM orders ORDER BY row_id"),
        .. stage.Query<string>("SELECT row_id || ' ' || version || ' ' || content_hash FROM order_snapshots ORDER BY row_id, version"),
        .. stage.Query<string>("SELECT group_id || ' ' || hour || ' ' || orders || ' ' || sales_fen || ' ' || commission_fen FROM metrics_hourly ORDER BY 1"),
        .. stage.Query<string>(
            """
            SELECT a.party || ' ' || a.id || ' ' || e.transaction_id || ' ' || e.estimated_fen || ' ' || e.confirmed_fen || ' ' || e.settled_fen
            FROM ledger_entries e JOIN ledger_accounts a ON a.account_id = e.account_id ORDER BY 1
            """),
    ];
}
