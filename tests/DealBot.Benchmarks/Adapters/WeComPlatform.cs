using System.Globalization;
using System.Net.Http.Json;
using DealBot.Adapters.WeCom;
using DealBot.Contracts;
using DealBot.Simulators.WeCom;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Group robots of WeCom, each an account and an address: several groups of the configuration post through one.</summary>
internal sealed class WeComPlatform : Platform
{
    private const int PerMinute = 20;

    private WeComSimulator? _simulator;

    public override string Name => "wecom";

    public override int Accounts => 18;

    public override int GroupsEach => 22;

    public override int Throttled => 3;

    public override IReadOnlyList<Quota> Quotas { get; } = [Quota.PerMinute(PerMinute)];

    public override async Task<IReadOnlyList<Uri>> StartAsync(int rounds)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (Key: KeyOf(round, account), Chat: NameOf(round, account));
        _simulator = await WeComSimulator.StartAsync(new WeComSimulatorOptions { Robots = robots.ToDictionary(robot => robot.Key, robot => robot.Chat) }, CancellationToken.None);
        return [_simulator.BaseAddress];
    }

    public override async Task ThrottleAsync(int round, int account)
    {
        using var other = new HttpClient { BaseAddress = _simulator!.BaseAddress };
        for (var message = 0; message < PerMinute; message++)
        {
            (await other.PostAsJsonAsync($"/cgi-bin/webhook/send?key={KeyOf(round, account)}", new { msgtype = "text", text = new { content = "another program" } })).Dispose();
        }
    }

    public override IEnumerable<Delivery> Deliveries() => _simulator!.Received.Select(message => new Delivery(Name, message.Chat, message.At, message.Text ?? ""));

    public override int Refused() => _simulator!.Calls - _simulator.Received.Count;

    public override IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (Name: NameOf(round, account), Key: KeyOf(round, account));
        return new WeComAdapter(
            new WeComOptions { BaseUrl = addresses[0], Robots = robots.ToDictionary(robot => robot.Name, robot => new WeComRobot { Key = robot.Key }) }, http, TimeProvider.System);
    }

    public override string AddressOf(int round, int account, int group) => NameOf(round, account);

    public override ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string KeyOf(int round, int account) => string.Create(CultureInfo.InvariantCulture, $"{round:00000000}-{account:0000}-4333-8444-555555555555");
}
