using DealBot.Contracts;

namespace DealBot.Benchmarks.Adapters;

/// <summary>
/// One platform of the fleet, from both sides: its simulators, which run in a process of their own, and the adapter that talks to them. Each round
/// has accounts that nobody has posted through before.
/// </summary>
internal abstract class Platform : IAsyncDisposable
{
    /// <summary>Every platform that takes part; one more is one more line.</summary>
    public static IReadOnlyList<Platform> All() => [new WeComPlatform(), new DingTalkPlatform(), new OneBotPlatform(), new TelegramPlatform(), new FeishuPlatform()];

    /// <summary>Name of the adapter.</summary>
    public abstract string Name { get; }

    /// <summary>Accounts of a round.</summary>
    public abstract int Accounts { get; }

    /// <summary>Groups of each account.</summary>
    public abstract int GroupsEach { get; }

    /// <summary>How many accounts are throttled in the second round.</summary>
    public abstract int Throttled { get; }

    /// <summary>What an account may post, by the platform or, where that states nothing, by its settings.</summary>
    public abstract IReadOnlyList<Quota> Quotas { get; }

    /// <summary>Starts the simulators.</summary>
    /// <returns>Where they listen.</returns>
    public abstract Task<IReadOnlyList<Uri>> StartAsync(int rounds);

    /// <summary>Sees to it that an account is throttled, as by another program that uses it.</summary>
    public abstract Task ThrottleAsync(int round, int account);

    /// <summary>What the simulators got.</summary>
    public abstract IEnumerable<Delivery> Deliveries();

    /// <summary>Messages that the simulators turned away.</summary>
    public abstract int Refused();

    /// <summary>The adapter, on the other side.</summary>
    public abstract IMessagingAdapter Open(IReadOnlyList<Uri> addresses, int rounds, HttpClient http);

    /// <summary>The address of a group.</summary>
    public abstract string AddressOf(int round, int account, int group);

    public abstract ValueTask DisposeAsync();

    protected static string NameOf(int round, int account) => $"r{round}-{account:00}";
}
