using System.Globalization;
using DealBot.Adapters.Telegram;
using DealBot.Contracts;
using DealBot.Simulators.Telegram;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Benchmarks.Adapters;

/// <summary>Bots of Telegram in many groups: thirty messages a second to all of them, twenty a minute to each. None of them is throttled.</summary>
internal sealed class TelegramPlatform : Platform
{
    private TelegramSimulator? _simulator;

    public override string Name => "telegram";

    public override int Accounts => 4;

    public override int GroupsEach => 40;

    public override int Throttled => 0;

    public override IReadOnlyList<Quota> Quotas { get; } = [Quota.PerSecond(30)];

    public override async Task<IReadOnlyList<Uri>> StartAsync(int rounds)
    {
        var bots = from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account);
        _simulator = await TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions
            {
                Bots = bots.ToDictionary(it => TokenOf(it.round, it.account), it => NameOf(it.round, it.account)),
                Chats = bots.SelectMany(it => Enumerable.Range(0, GroupsEach).Select(group => ChatOf(it.round, it.account, group))).ToDictionary(chat => chat, chat => $"{chat}"),
            },
            CancellationToken.None);
        return [_simulator.BaseAddress];
    }

    public override Task ThrottleAsync(int round, int account) => Task.CompletedTask;

    public override IEnumerable<Delivery> Deliveries() => _simulator!.Received.Select(message =>
        new Delivery(Name, NameOf((int)(-message.ChatId / 1_000_000) - 1, (int)(-message.ChatId / 1_000 % 1_000)), message.At, message.Text));

    public override int Refused() => _simulator!.Calls - _simulator.Received.Count;

    public override IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http)
    {
        var bots = (from round in Enumerable.Range(0, rounds) from account in Enumerable.Range(0, Accounts) select (round, account)).ToList();
        var chats = from it in bots from grp in Enumerable.Range(0, GroupsEach) select (it.round, it.account, grp);
        return new TelegramAdapter(
            new TelegramOptions
            {
                BaseUrl = addresses[0],
                Bots = bots.ToDictionary(it => NameOf(it.round, it.account), it => new TelegramBot { Token = TokenOf(it.round, it.account) }),
                Chats = chats.ToDictionary(
                    it => AddressOf(it.round, it.account, it.grp), it => new TelegramChat { Bot = NameOf(it.round, it.account), ChatId = $"{ChatOf(it.round, it.account, it.grp)}" }),
            },
            http,
            TimeProvider.System,
            NullLogger<TelegramAdapter>.Instance);
    }

    public override string AddressOf(int round, int account, int group) => $"{NameOf(round, account)}-{group:00}";

    public override ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string TokenOf(int round, int account) => string.Create(CultureInfo.InvariantCulture, $"{1000 + (round * 100) + account}:") + new string('a', 35);

    private static long ChatOf(int round, int account, int group) => -(((round + 1) * 1_000_000L) + (account * 1_000L) + group);
}
