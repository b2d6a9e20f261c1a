using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Bots in many QQ groups: one account, many addresses, and a least gap between messages instead of a documented limit.</summary>
internal sealed class OneBotPlatform : Platform
{
    private const int SecondsBetween = 3;

    /// <summary>How much closer together two messages may arrive than they left.</summary>
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(0.5);

    private readonly List<OneBotSimulator> _bridges = [];

    public override string Name => "onebot";

    public override int Accounts => 16;

    public override int GroupsEach => 11;

    public override int Throttled => 2;

    public override IReadOnlyList<Quota> Quotas { get; } = [new(1, TimeSpan.FromSeconds(SecondsBetween) - Way), Quota.PerMinute(60 / SecondsBetween)];

    public override async Task<IReadOnlyList<Uri>> StartAsync(int rounds)
    {
        for (var bot = 0; bot < rounds * Accounts; bot++)
        {
            var groups = Enumerable.Range(1, GroupsEach).ToDictionary(group => (long)group, group => $"group {group}");
            _bridges.Add(await OneBotSimulator.StartAsync(new OneBotSimulatorOptions { Groups = groups }, CancellationToken.None));
        }

        return [.. _bridges.Select(bridge => bridge.BaseAddress)];
    }

    public override Task ThrottleAsync(int round, int account)
    {
        _bridges[(round * Accounts) + account].Faults.TooManyRequests("60", calls: 3);
        return Task.CompletedTask;
    }

    public override IEnumerable<Delivery> Deliveries() => _bridges.SelectMany((bridge, bot) => bridge.Received.Select(message =>
        new Delivery(Name, NameOf(bot / Accounts, bot % Accounts), message.At, string.Concat(message.Parts.Select(part => part.Text)))));

    public override int Refused() => _bridges.Sum(bridge => bridge.Calls - bridge.Received.Count);

    public override IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http)
    {
        var bots = addresses.Select((address, bot) => (Name: NameOf(bot / Accounts, bot % Accounts), Url: address)).ToList();
        var groups = from bot in bots from number in Enumerable.Range(1, GroupsEach) select (Name: $"{bot.Name}-{number:00}", Group: new OneBotGroup { Bot = bot.Name, GroupId = number });
        return new OneBotAdapter(
            new OneBotOptions
            {
                Bots = bots.ToDictionary(bot => bot.Name, bot => new OneBotBot { Url = bot.Url, SecondsBetween = SecondsBetween }),
                Groups = groups.ToDictionary(group => group.Name, group => group.Group),
            },
            http,
            TimeProvider.System,
            NullLogger<OneBotAdapter>.Instance);
    }

    public override string AddressOf(int round, int account, int group) => $"{NameOf(round, account)}-{group + 1:00}";

    public override async ValueTask DisposeAsync()
    {
        foreach (var bridge in _bridges)
        {
            await bridge.DisposeAsync();
        }
    }
}
