using DealBot.Contracts;
using DealBot.Core.Orders;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Orders;

/// <summary>A batch is kept while the next is read and traced.</summary>
public sealed class OrderKeepingTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private ConfigFolder _folder = null!;
    private FakeTraces _traces = null!;
    private HeldOrderStore _store = null!;
    private TestClock _clock = null!;
    private OrderTracing _tracing = null!;
    private OrderKeeping _keeping = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _traces, _store, _clock) = (new ConfigFolder(), new FakeTraces(), new HeldOrderStore(), new TestClock(Now));
        var configuration = _folder.Open();
        _tracing = new OrderTracing(FakeOwners.Of(configuration), _traces.Attribution(configuration), new OwnerKeepsAll());
        _keeping = new OrderKeeping(_tracing, _store, _clock, new FakeNetwork(), movesWatermark: true);
    }

    [TearDown]
    public async Task TearDown()
    {
        _store.LetGo();
        await _keeping.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Windows_are_asked_for_while_those_before_are_kept()
    {
        OrderWindow[] windows = [.. Enumerable.Range(0, 3).Select(hour => new OrderWindow(Now.AddHours(hour), Now.AddHours(hour + 1)))];
        var network = new FakeNetwork { Orders = window => Enumerable.Range(0, OrderIntake.RowsAtOnce).Select(number => Some.Order($"{window.From:HH}-{number}")) };
        await using var taking = new OrderIntake(_tracing, _store, _clock).TakeAsync(network, windows, movesWatermark: true, default).GetAsyncEnumerator();

        var first = taking.MoveNextAsync();

        Assert.That(network.Windows, Has.Count.EqualTo(2), "one is being kept, one waits for it");
        _store.LetGo();
        Assert.That(await first, Is.True);
        Assert.That(taking.Current.Window, Is.EqualTo(windows[0]));
    }

    [Test]
    public async Task A_batch_is_traced_while_the_one_before_is_kept_but_kept_after_it()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);

        var second = _keeping.BeginAsync(Read(Some.Order("r2")), default);

        Assert.That(_traces.Questions.OfMany, Is.EqualTo(2), "both are traced");
        Assert.That(second.IsCompleted, Is.False);
        _store.LetGo();
        Assert.That((await second)!.RowIds, Is.EqualTo(new[] { "r1" }));
        Assert.That((await _keeping.EndAsync())!.RowIds, Is.EqualTo(new[] { "r2" }));
        Assert.That(_store.Kept, Is.EqualTo(new[] { "r1", "r2" }));
    }

    [Test]
    public async Task A_row_that_comes_again_is_traced_by_what_is_being_kept_of_it()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);

        var second = _keeping.BeginAsync(Read(Some.Order("r1", OrderStatus.Confirmed, modifiedAt: Now.AddHours(1))), default);
        Assert.That(_traces.Questions.OfMany, Is.EqualTo(1), "not before it is kept");
        _traces.Earlier["r1"] = new EarlierTrace(new Attribution(AttributionMethod.Join, "mama-2", null), new Tracking(null, null));
        _store.LetGo();
        await second;
        await _keeping.EndAsync();

        Assert.That(_store.Batches[^1].Orders.Single().Attribution.GroupId, Is.EqualTo("mama-2"));
    }

    [Test]
    public async Task Orders_of_a_month_are_traced_when_what_is_booked_in_the_one_before_is_kept()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);

        var second = _keeping.BeginAsync(Read(Some.Order("r2") with { OrderedAt = Now.AddMonths(1) }), default);

        Assert.That(_traces.Questions.OfMany, Is.EqualTo(1), "levels follow from the sales of the months before");
        _store.LetGo();
        await second;
        Assert.That(_traces.Questions.OfMany, Is.EqualTo(2));
    }

    [Test]
    public async Task A_batch_is_booked_when_it_is_written_not_when_it_was_traced()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);
        var second = _keeping.BeginAsync(Read(Some.Order("r2")), default);

        _clock.Advance(TimeSpan.FromMinutes(3));
        _store.LetGo();
        await second;
        await _keeping.EndAsync();

        Assert.That(_store.Batches.Select(batch => batch.SeenAt), Is.EqualTo(new[] { Now, Now.AddMinutes(3) }));
    }

    [Test]
    public async Task What_follows_a_batch_that_could_not_be_kept_is_not_kept_either()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);
        var second = _keeping.BeginAsync(Read(Some.Order("r2")), default);

        _store.Fail(new IOException("the disk is full"));

        Assert.That(async () => await second, Throws.TypeOf<IOException>());
        Assert.That(await _keeping.EndAsync(), Is.Null);
        Assert.That(_store.Batches, Has.Count.EqualTo(1), "the watermark would pass what is missing");
    }

    [Test]
    public async Task What_was_kept_is_told_although_the_next_could_not_be_traced()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);
        _traces.Fault = new IOException("the disk is gone");
        var second = _keeping.BeginAsync(Read(Some.Order("r2")), default);
        _store.LetGo();

        Assert.That((await second)!.RowIds, Is.EqualTo(new[] { "r1" }));
        _traces.Fault = null;
        Assert.That(async () => await _keeping.BeginAsync(Read(Some.Order("r3")), default), Throws.TypeOf<IOException>(), "the watermark would pass what is missing");
        Assert.That(async () => await _keeping.EndAsync(), Throws.TypeOf<IOException>());
        Assert.That(_store.Kept, Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Whoever_stops_in_the_middle_waits_for_what_is_being_kept()
    {
        await _keeping.BeginAsync(Read(Some.Order("r1")), default);

        var stopped = _keeping.DisposeAsync();

        Assert.That(stopped.IsCompleted, Is.False);
        _store.LetGo();
        await stopped;
        Assert.That(_store.Kept, Is.EqualTo(new[] { "r1" }));
    }

    [Test]
    public async Task Nothing_is_begun_once_it_was_cancelled()
    {
        using var source = new CancellationTokenSource();
        await _keeping.BeginAsync(Read(Some.Order("r1")), source.Token);
        await _store.Asked;
        var second = _keeping.BeginAsync(Read(Some.Order("r2")), source.Token);

        await source.CancelAsync();
        _store.LetGo();
        await second;

        Assert.That(async () => await _keeping.EndAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_store.Kept, Is.EqualTo(new[] { "r1" }));
    }

    private static ReadWindow Read(params OrderUpdate[] orders) => new(new OrderWindow(Now.AddHours(-1), Now), [.. orders.Select(OrderReport.Of)], Now);
}
