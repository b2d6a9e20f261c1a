using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Tests.Links;

public sealed class SupervisedNetworkTests
{
    private static readonly LinkRequest Request = new(Some.Deal(), new Tracking("mama-1_abc", null));

    private FakeNetwork _client = null!;
    private TestClock _clock = null!;
    private CountingLog _log = null!;
    private NetworkFaults _faults = null!;
    private SupervisedNetwork _network = null!;

    [SetUp]
    public void SetUp()
    {
        (_client, _clock, _log) = (new FakeNetwork(), new TestClock(Some.Morning), new CountingLog());
        _faults = new NetworkFaults(_clock, _log);
        _network = new SupervisedNetwork(_client, _faults);
    }

    [Test]
    public async Task What_a_client_throws_by_mistake_is_a_fault_of_its_account_that_another_deal_may_not_run_into()
    {
        _client.Convert = _ => throw new InvalidOperationException("holds key-123");
        _client.Recheck = (_, _) => throw new InvalidCastException();
        _client.Deals = _ => throw new FormatException();
        _client.Orders = _ => throw new OverflowException();

        foreach (var (call, member, exception) in new (Func<Task> Call, string Member, string Exception)[]
        {
            (() => _network.ConvertAsync(Request, default), "ConvertAsync", "InvalidOperationException"),
            (() => _network.RecheckAsync(Some.Deal(), default), "RecheckAsync", "InvalidCastException"),
            (async () => await _network.ListDealsAsync(new DealQuery("22", null, 9), default).GetAsyncEnumerator().MoveNextAsync(), "ListDealsAsync", "FormatException"),
            (async () => await _network.PullOrdersAsync(new OrderWindow(Some.Morning, Some.Morning), default).GetAsyncEnumerator().MoveNextAsync(), "PullOrdersAsync", "OverflowException"),
        })
        {
            var fault = (await Assert.ThrowsAsync<NetworkException>(call))!;

            Assert.That((fault.Network, fault.Code, fault.IsTransient), Is.EqualTo(("jd", "client_fault", false)));
            Assert.That(fault.Reason.Zh, Does.Contain("京东联盟 账号 main").And.Contain($"{member}：{exception}").And.Not.Contain("key-123"));
        }
    }

    [Test]
    public async Task What_came_before_a_mistake_is_kept()
    {
        _client.Deals = _ => Enumerable.Range(0, 3).Select(number => number == 2 ? throw new FormatException() : Some.Deal($"{number}"));
        var listed = new List<string>();

        await Assert.ThrowsAsync<NetworkException>(async () =>
        {
            await foreach (var deal in _network.ListDealsAsync(new DealQuery("22", null, 9), default))
            {
                listed.Add(deal.Key.ItemId);
            }
        });

        Assert.That(listed, Is.EqualTo(new[] { "0", "1" }));
    }

    [Test]
    public async Task A_deal_that_lacks_what_every_deal_has_is_left_out_and_is_a_fault_of_the_account()
    {
        _client.Deals = _ => [Some.Deal("1") with { Title = null! }, Some.Deal("2"), Some.Deal("3") with { Category = null! }];
        _client.Recheck = (_, _) => Task.FromResult<DealCheck>(new DealCheck.Found(Some.Deal("2") with { Title = null! }));
        var listed = new List<string>();

        await foreach (var deal in _network.ListDealsAsync(new DealQuery("22", null, 9), default))
        {
            listed.Add(deal.Key.ItemId);
        }

        Assert.That(listed, Is.EqualTo(new[] { "2" }));
        Assert.That(_faults.Untold().Single().Reason.Zh, Does.Contain("ListDealsAsync：InvalidOperationException"));
        Assert.That((await Assert.ThrowsAsync<NetworkException>(() => _network.RecheckAsync(Some.Deal("2"), default)))!.Code, Is.EqualTo("client_fault"));
    }

    [Test]
    public async Task What_clients_may_throw_goes_through_as_it_is()
    {
        var known = FakeNetwork.Exception();
        _client.Convert = _ => throw known;
        Assert.That(await Assert.ThrowsAsync<NetworkException>(() => _network.ConvertAsync(Request, default)), Is.SameAs(known));

        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        _client.Convert = _ => throw new OperationCanceledException(stopped.Token);
        await Assert.ThrowsAsync<OperationCanceledException>(() => _network.ConvertAsync(Request, stopped.Token));

        Assert.That(_faults.Untold(), Is.Empty);
    }

    [Test]
    public async Task A_client_that_gives_up_though_nobody_told_it_to_is_at_fault()
    {
        _client.Convert = _ => throw new OperationCanceledException();

        Assert.That((await Assert.ThrowsAsync<NetworkException>(() => _network.ConvertAsync(Request, default)))!.Code, Is.EqualTo("client_fault"));
    }

    [Test]
    public async Task Neither_reading_nor_testing_throws()
    {
        _client.Read = _ => throw new FormatException();
        _client.Links = _ => throw new FormatException();
        _client.Faults = null!;

        Assert.That(_network.ReadOrder("{}", Some.Morning), Is.Null);
        Assert.That(_network.ItemsIn("https://item.jd.com/1.html"), Is.Empty);
        Assert.That((await _network.TestAsync(default)).Single().Reason.Zh, Does.Contain("TestAsync"));
    }

    [Test]
    public async Task Owners_of_the_account_are_told_once_a_day()
    {
        using var folder = new ConfigFolder();
        var told = new ToldNotices();
        var report = new NetworkFaultReport(_faults, folder.Open(), told, _clock);
        _client.Convert = _ => throw new FormatException();

        foreach (var _ in Enumerable.Range(0, 30))
        {
            await Assert.ThrowsAsync<NetworkException>(() => _network.ConvertAsync(Request, default));
            await report.RunAsync(default);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(told.Told.Select(notice => (notice.OwnerId, notice.Kind, notice.Subject)), Is.EqualTo(Enumerable.Repeat(("li", "network_fault", "jd/main"), 2)));
        Assert.That(told.Told[0].Text.Zh, Does.Contain("ConvertAsync：FormatException").And.Contain("其他账号不受影响"));
    }

    [Test]
    public async Task What_could_not_be_told_is_told_later()
    {
        using var folder = new ConfigFolder();
        var told = new ToldNotices { Fault = new IOException("the disk is full") };
        var report = new NetworkFaultReport(_faults, folder.Open(), told, _clock);
        _client.Convert = _ => throw new FormatException();
        await Assert.ThrowsAsync<NetworkException>(() => _network.ConvertAsync(Request, default));

        await Assert.ThrowsAsync<IOException>(() => report.RunAsync(default));
        told.Fault = null;
        await report.RunAsync(default);

        Assert.That(told.Told, Has.Count.EqualTo(1));
        Assert.That(_faults.Untold(), Is.Empty);
    }

    [Test]
    public void A_mistake_that_every_row_runs_into_is_logged_once_a_minute()
    {
        _client.Read = raw => raw == "other" ? throw new OverflowException() : throw new FormatException();
        for (var row = 0; row < 1_000; row++)
        {
            _network.ReadOrder("{}", Some.Morning);
        }

        Assert.That(_log.Lines, Is.EqualTo(1));
        _network.ReadOrder("other", Some.Morning);
        Assert.That(_log.Lines, Is.EqualTo(2), "another mistake");
        _clock.Advance(TimeSpan.FromMinutes(1));
        _network.ReadOrder("{}", Some.Morning);
        Assert.That(_log.Lines, Is.EqualTo(3));
    }

    [Test]
    public async Task Nobody_is_told_of_an_account_that_is_nobody_s()
    {
        using var folder = new ConfigFolder();
        var told = new ToldNotices();
        var network = new SupervisedNetwork(new FakeNetwork(account: "spare") { Convert = _ => throw new FormatException() }, _faults);
        await Assert.ThrowsAsync<NetworkException>(() => network.ConvertAsync(Request, default));

        await new NetworkFaultReport(_faults, folder.Open(), told, new TestClock(Some.Morning)).RunAsync(default);

        Assert.That(told.Told, Is.Empty);
    }

    [Test]
    public void What_the_client_says_of_its_account_is_said_on()
    {
        _client.GeneralPosition = "3000";

        Assert.That(_network.GeneralPosition, Is.EqualTo("3000"));
    }

    /// <summary>A member with a default answer compiles without being passed on, and then every client gives the default.</summary>
    [Test]
    public void No_member_is_left_to_its_default()
    {
        var targets = typeof(SupervisedNetwork).GetInterfaceMap(typeof(IAffiliateNetwork)).TargetMethods;

        Assert.That(targets.Where(method => method.DeclaringType != typeof(SupervisedNetwork)).Select(method => method.Name), Is.Empty);
    }

    private sealed class CountingLog : ILogger<NetworkFaults>
    {
        public int Lines { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines++;
    }
}
