using System.Collections.Concurrent;
using System.Threading.Channels;
using DealBot.ContractKit;
using DealBot.Contracts;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

/// <summary>Addresses are tried side by side, and none keeps the others from being tried.</summary>
public sealed class AddressProbeTests
{
    [Test]
    public async Task Each_address_is_tried_once_however_many_groups_post_there()
    {
        var adapter = new FakePlatform();

        var reports = await ProbeAsync(adapter, ("fake", "a"), ("fake", "b"), ("fake", "a"));

        Assert.That(adapter.Asked, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(reports.Values.Select(report => report.Reach), Has.All.EqualTo(Reach.Proven));
    }

    [Test]
    public async Task An_address_that_hangs_and_heeds_no_token_is_a_fault_and_the_others_are_tried()
    {
        var time = new ManualTime();
        var adapter = new FakePlatform { Test = address => address == "hangs" ? new TaskCompletionSource<AddressReport>().Task : Task.FromResult(AddressReport.Proven()) };

        var running = Probe(time, adapter, places: 1).RunAsync([("fake", "first"), ("fake", "hangs"), ("fake", "last")], default);
        await adapter.AskedForAsync(2);
        time.Advance(TimeSpan.FromSeconds(15));
        var reports = await running;

        Assert.That(reports[("fake", "hangs")].Faults.Single().Reason.En, Does.StartWith("no answer within 15 seconds"));
        Assert.That((reports[("fake", "first")].Reach, reports[("fake", "last")].Reach), Is.EqualTo((Reach.Proven, Reach.Proven)));
    }

    [Test]
    public async Task An_adapter_that_throws_is_a_fault_without_its_message_which_may_hold_a_secret()
    {
        var adapter = new FakePlatform { Test = _ => throw new InvalidOperationException("key=secret") };

        var reports = await ProbeAsync(adapter, ("fake", "a"));

        Assert.That(reports[("fake", "a")].Faults.Single().Reason, Is.EqualTo(new Phrase("适配器出错：InvalidOperationException", "the adapter threw InvalidOperationException")));
    }

    [Test]
    public async Task Of_an_adapter_all_of_whose_addresses_hang_those_behind_are_not_waited_for_one_by_one()
    {
        var time = new ManualTime();
        var hanging = new FakePlatform { Test = _ => new TaskCompletionSource<AddressReport>().Task };

        var running = Probe(time, hanging, places: 8, eachAddress: TimeSpan.FromMinutes(10)).RunAsync(Enumerable.Range(0, 30).Select(n => ("fake", $"a{n}")), default);
        await hanging.AskedForAsync(8);
        time.Advance(TimeSpan.FromSeconds(60));
        var reports = await running;

        Assert.That(reports.Values.Select(report => report.Reach), Has.Exactly(30).EqualTo(Reach.Failed));
        Assert.That(reports.Values.Count(report => report.Faults[0].Reason.En.StartsWith("not tried", StringComparison.Ordinal)), Is.EqualTo(22));
        Assert.That(hanging.Asked, Has.Count.EqualTo(8));
    }

    private static Task<IReadOnlyDictionary<(string Adapter, string Address), AddressReport>> ProbeAsync(FakePlatform adapter, params (string, string)[] addresses) =>
        Probe(new ManualTime(), adapter, places: 8).RunAsync(addresses, default);

    private static AddressProbe Probe(TimeProvider time, FakePlatform adapter, int places, TimeSpan? eachAddress = null) =>
        new(new Dictionary<string, IMessagingAdapter> { [adapter.Name] = adapter }, time) { Places = places, EachAddress = eachAddress ?? TimeSpan.FromSeconds(15) };

    private sealed class FakePlatform : IMessagingAdapter
    {
        private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();

        public string Name => "fake";

        public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 100 };

        public ConcurrentQueue<string> Asked { get; } = [];

        public Func<string, Task<AddressReport>> Test { get; init; } = _ => Task.FromResult(AddressReport.Proven());

        public bool Knows(string address) => true;

        public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("nothing is posted by a check");

        public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
        {
            Asked.Enqueue(address);
            _asked.Writer.TryWrite(address);
            return Test(address);
        }

        /// <summary>Waits until so many addresses were asked for.</summary>
        public async Task AskedForAsync(int addresses)
        {
            for (var i = 0; i < addresses; i++)
            {
                await _asked.Reader.ReadAsync();
            }
        }
    }
}
