using System.Globalization;
using System.Net.Http.Json;
using DealBot.Adapters.DingTalk;
using DealBot.Contracts;
using DealBot.Simulators.Chat;
using DealBot.Simulators.DingTalk;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Group robots of DingTalk. One that posts too fast is refused for ten minutes.</summary>
internal sealed class DingTalkPlatform : Platform
{
    private const int PerMinute = 20;

    private DingTalkSimulator? _simulator;

    public override string Name => "dingtalk";

    public override int Accounts => 8;

    public override int GroupsEach => 26;

    public override int Throttled => 2;

    public override IReadOnlyList<Quota> Quotas { get; } = [Quota.PerMinute(PerMinute)];

    public override async Task<IReadOnlyList<Uri>> StartAsync(int rounds)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account);
        _simulator = await DingTalkSimulator.StartAsync(
            new DingTalkSimulatorOptions { Robots = robots.ToDictionary(it => TokenOf(it.round, it.account), it => new SimulatedRobot(NameOf(it.round, it.account))) }, CancellationToken.None);
        return [_simulator.BaseAddress];
    }

    public override async Task ThrottleAsync(int round, int account)
    {
        using var other = new HttpClient { BaseAddress = _simulator!.BaseAddress };
        for (var message = 0; message <= PerMinute; message++)
        {
            (await other.PostAsJsonAsync($"/robot/send?access_token={TokenOf(round, account)}", new { msgtype = "text", text = new { content = "another program" } })).Dispose();
        }
    }

    public override IEnumerable<Delivery> Deliveries() =>
        _simulator!.Received.Select(message => new Delivery(Name, message.Chat, message.At, message.Content.GetProperty("content").GetString()!));

    public override int Refused() => _simulator!.Calls - _simulator.Received.Count;

    public override IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http)
    {
        var robots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account);
        return new DingTalkAdapter(
            new DingTalkOptions { BaseUrl = addresses[0], Robots = robots.ToDictionary(it => NameOf(it.round, it.account), it => new DingTalkRobot { AccessToken = TokenOf(it.round, it.account) }) },
            http,
            TimeProvider.System);
    }

    public override string AddressOf(int round, int account, int group) => NameOf(round, account);

    public override ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string TokenOf(int round, int account) => string.Create(CultureInfo.InvariantCulture, $"{round:0000}{account:0000}").PadRight(64, 'a');
}
