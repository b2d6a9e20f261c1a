using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;

namespace DealBot.Core.Tests.Orders;

/// <summary>An owner's word on an order, on a real database.</summary>
public sealed class OrderClaimingTests
{
    private PostingStage _stage = null!;
    private OrderDesk _desk = null!;

    [SetUp]
    public void SetUp()
    {
        _stage = new PostingStage();
        _stage.Config.Edit(GroupsFile.Name, "\"groups\": [", "\"groups\": [ { \"id\": \"dorm-1\", \"name\": \"宿舍\", \"owner\": \"wang\", \"adapter\": \"preview\", \"address\": \"demo2\", \"audience\": \"mama\", \"schedule\": \"day\" },");
        _stage.Config.Edit(OwnersFile.Name, "\"owners\": [", "\"owners\": [ { \"id\": \"wang\", \"name\": \"小王\", \"networkAccounts\": { \"pdd\": \"main\" }, \"digest\": { \"at\": \"21:30\", \"adapter\": \"preview\", \"address\": \"owner\" } },");
        _desk = new OrderDesk(_stage);
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task All_rows_of_an_order_go_to_the_group_with_their_figures_and_stay_there_whatever_comes_later()
    {
        await _desk.ArriveAsync(Order("r1"), Order("r2"), Order("r3", number: "another"));

        var result = (ClaimResult.Booked)await _desk.ClaimAsync("o1", "mama-2");
        await _desk.ArriveAsync(Order("r1", status: OrderStatus.Settled, modifiedAt: Some.Morning.AddDays(30)));
        await RecountAsync();

        Assert.That(result.Rows.Select(row => row.RowId), Is.EqualTo(new[] { "r1", "r2" }));
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 claimed settled", "r2 mama-2 claimed paid", "r3  none paid" }));
        Assert.That(_stage.Query<string>("SELECT group_id || ' ' || orders || ' ' || commission_fen FROM metrics_hourly"), Is.EqualTo(new[] { "mama-2 1 1500" }));
    }

    [Test]
    public async Task A_row_can_be_claimed_by_itself()
    {
        await _desk.ArriveAsync(Order("r1"), Order("r2"));

        await _desk.ClaimAsync("r2", "mama-1");

        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1  none paid", "r2 mama-1 claimed paid" }));
    }

    [Test]
    public async Task What_is_so_already_is_said_to_be_so_and_put_on_record_no_second_time()
    {
        await _desk.ArriveAsync(Order("r1"));
        await _desk.ClaimAsync("o1", "mama-2");

        Assert.That(await _desk.ClaimAsync("o1", "mama-2"), Is.TypeOf<ClaimResult.AlreadySo>());
        Assert.That(await _desk.ClaimAsync("o1", "mama-1"), Is.TypeOf<ClaimResult.Booked>(), "the owner may change his mind");
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM order_claims"), Is.EqualTo(new[] { 2L }));
    }

    [Test]
    public async Task A_claim_that_is_taken_back_leaves_the_order_to_the_rules()
    {
        await _desk.ArriveAsync(Order("r1") with { Tracking = new Tracking("mama-1", null) });
        await _desk.ClaimAsync("o1", "mama-2");

        Assert.That(await _desk.ClaimAsync("o1", null), Is.TypeOf<ClaimResult.Booked>());
        Assert.That(await _desk.ClaimAsync("o1", null), Is.TypeOf<ClaimResult.AlreadySo>());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-1 sub_id paid" }));
        Assert.That(_stage.Query<string>("SELECT group_id || ' ' || orders FROM metrics_hourly ORDER BY 1"), Is.EqualTo(new[] { "mama-1 1", "mama-2 0" }));
    }

    [Test]
    public async Task An_order_that_was_only_inferred_can_be_claimed_for_the_same_group()
    {
        await new OrderStore(_stage.Database).SaveAsync(Batch(new AttributedOrder(_desk.Sent(Order("r1")), "li", new Attribution(AttributionMethod.Join, "mama-1", null) { Confidence = 70 })), default);

        Assert.That(await _desk.ClaimAsync("o1", "mama-1"), Is.TypeOf<ClaimResult.Booked>());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-1 claimed paid" }));
    }

    [TestCase("o9", "mama-1", "没有订单 o9")]
    [TestCase("o1", "mama-9", "没有群 mama-9")]
    [TestCase("o1", "dorm-1", "只能归到这位群主的群")]
    public async Task What_can_not_be_is_refused_with_the_reason_and_changes_nothing(string order, string group, string reason)
    {
        await _desk.ArriveAsync(Order("r1"));

        var refused = (ClaimResult.Refused)await _desk.ClaimAsync(order, group);

        Assert.That(refused.Reason.Zh, Does.Contain(reason));
        Assert.That(refused.Reason.En, Is.Not.Empty);
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM order_claims"), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public async Task An_order_number_that_two_networks_have_is_claimed_for_the_one_that_is_named()
    {
        await _desk.ArriveAsync(Order("r1"), Order("p1") with { Network = "pdd" });

        Assert.That(((ClaimResult.Refused)await _desk.ClaimAsync("o1", "mama-1")).Reason.Zh, Does.Contain("jd pdd").And.Contain("--network"));
        Assert.That(await _desk.ClaimAsync("o1", "mama-1", "jd"), Is.TypeOf<ClaimResult.Booked>());
    }

    [Test]
    public async Task A_version_that_comes_between_finding_and_booking_is_not_lost()
    {
        await _desk.ArriveAsync(Order("r1"));
        var claims = new Interrupted(new OrderClaims(_stage.Database), () => _desk.ArriveAsync(Order("r1", status: OrderStatus.Confirmed, modifiedAt: Some.Morning.AddDays(7))));

        Assert.That(await _desk.Claiming(claims).RunAsync(new ClaimRequest("o1", null, "mama-2", "li"), default), Is.TypeOf<ClaimResult.Booked>());
        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 claimed confirmed" }));
    }

    [Test]
    public async Task A_claim_that_comes_between_tracing_and_saving_is_not_booked_over()
    {
        await _desk.ArriveAsync(Order("r1"));
        var network = _desk.Network();
        network.Orders = _ => [Order("r1", status: OrderStatus.Confirmed, modifiedAt: Some.Morning.AddDays(7))];
        var store = new Overtaking(new OrderStore(_stage.Database), () => _desk.ClaimAsync("o1", "mama-2"));

        OrderWindow[] windows = [new(Some.Morning, Some.Morning.AddHours(1))];
        await foreach (var _ in new OrderIntake(_desk.Tracing(), store, _stage.Clock).TakeAsync(network, windows, movesWatermark: true, default))
        {
        }

        Assert.That(_desk.Booked(), Is.EqualTo(new[] { "r1 mama-2 claimed confirmed" }));
    }

    private static OrderUpdate Order(string row, string number = "o1", OrderStatus status = OrderStatus.Paid, DateTimeOffset? modifiedAt = null) =>
        Some.Order(row, status, modifiedAt: modifiedAt) with { OrderId = number };

    private static OrderBatch Batch(params AttributedOrder[] rows) => new() { Network = "jd", Account = "main", Orders = rows, SeenAt = Some.Morning };

    private Task RecountAsync() => _desk.RecountAsync(Some.Morning, Some.Morning.AddHours(2));

    /// <summary>Something happens once, right before words are booked.</summary>
    private sealed class Interrupted(IOrderClaims inner, Func<Task> happens) : IOrderClaims
    {
        private bool _happened;

        public Task<IReadOnlyList<OrderClaim>> SinceAsync(long id, CancellationToken cancellationToken) => inner.SinceAsync(id, cancellationToken);

        public Task<IReadOnlyList<ClaimableRow>> FindAsync(string order, CancellationToken cancellationToken) => inner.FindAsync(order, cancellationToken);

        public async Task<RecountFigures?> ClaimAsync(
            IReadOnlyList<OrderClaim> claims, IReadOnlyList<(ClaimableRow Found, AttributedOrder Row)> rows, CancellationToken cancellationToken)
        {
            if (!_happened)
            {
                _happened = true;
                await happens();
            }

            return await inner.ClaimAsync(claims, rows, cancellationToken);
        }
    }

    /// <summary>Something happens once, right before a batch is saved.</summary>
    private sealed class Overtaking(IOrderStore inner, Func<Task> happens) : IOrderStore
    {
        private bool _happened;

        public Task<OrderReach?> ReachAsync(string network, string account, CancellationToken cancellationToken) => inner.ReachAsync(network, account, cancellationToken);

        public async Task<SavedOrders> SaveAsync(OrderBatch batch, CancellationToken cancellationToken)
        {
            if (!_happened)
            {
                _happened = true;
                await happens();
            }

            return await inner.SaveAsync(batch, cancellationToken);
        }
    }
}
