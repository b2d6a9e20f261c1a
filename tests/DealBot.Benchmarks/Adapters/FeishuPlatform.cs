using System.Globalization;
using DealBot.Adapters.Feishu;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.Feishu;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Group robots of Feishu: five messages a second, a hundred a minute. None of them is throttled.</summary>
internal sealed class FeishuPlatform : Platform
{
    private FeishuSimulator? _simulator;

    public override string Name => "feishu";

    public override int Accounts => 4;

    public override int GroupsEach => 15;

    public override int Throttled => 0;

    public override IReadOnlyList<Quota> Quotas { get; } = [Quota.PerSecond(5), Quota.PerMinute(100)];

    public override async Task<IReadOnlyList<Uri>> StartAsync(int rounds)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account);
        _simulator = await FeishuSimulator.StartAsync(
            new FeishuSimulatorOptions { Robots = robots.ToDictionary(it => TokenOf(it.round, it.account), it => new SimulatedRobot(NameOf(it.round, it.account))) }, CancellationToken.None);
        return [_simulator.BaseAddress];
    }

    public override Task ThrottleAsync(int round, int account) => Task.CompletedTask;

    public override IEnumerable<Delivery> Deliveries() =>
        _simulator!.Received.Select(message => new Delivery(Name, message.Chat, message.At, message.Content.GetProperty("text").GetString()!));

    public override int Refused() => _simulator!.Calls - _simulator.Received.Count;

    public override IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account);
        return new FeishuAdapter(
            new FeishuOptions { BaseUrl = addresses[0], Robots = robots.ToDictionary(it => NameOf(it.round, it.account), it => new FeishuRobot { Token = TokenOf(it.round, it.account) }) },
            http,
            TimeProvider.System);
    }

    public override string AddressOf(int round, int account, int group) => NameOf(round, account);

    public override ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string TokenOf(int round, int account) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{round:000000}{account:000000}");
}
