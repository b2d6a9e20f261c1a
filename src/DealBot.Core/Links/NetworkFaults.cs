using System.Collections.Concurrent;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Links;

/// <summary>
/// Mistakes in networks' clients: logged as they happen, each kind once a minute since ten thousand rows can run into one, and kept until the
/// owners have been told.
/// </summary>
public sealed class NetworkFaults(TimeProvider time, ILogger<NetworkFaults> logger)
{
    private const string Code = "client_fault";

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Network, string Account, string Member, Type Kind), DateTimeOffset> _logged = new();

    private readonly ConcurrentDictionary<(string Network, string Account), Phrase> _untold = new();

    /// <summary>Puts an exception on record that no client may throw.</summary>
    /// <param name="network">The account.</param>
    /// <param name="member">What was asked of it.</param>
    /// <param name="exception">What it threw. Its message may hold whatever the network said, so that only the log has it.</param>
    /// <returns>
    /// What callers are told. It does not pass by itself: the same call would run into the same mistake, and another may well not.
    /// </returns>
    public NetworkException Caught(IAffiliateNetwork network, string member, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(exception);
        if (IsToBeLogged((network.Name, network.Account, member, exception.GetType())))
        {
            LinkEvents.ClientThrew(logger, exception, network.Name, network.Account, member);
        }

        var (name, kind) = (NetworkNames.Of(network.Name), exception.GetType().Name);
        var reason = new Phrase(
            $"{name.Zh} 账号 {network.Account} 的接口程序出错（{member}：{kind}），详见日志；请升级 DealBot 或插件，仍不行请把日志交给开发者",
            $"The client of {name.En} account {network.Account} has a fault ({member}: {kind}), see the log; upgrade DealBot or the plugin, else give the log to its developers");
        _untold[(network.Name, network.Account)] = reason;
        return new NetworkException(network.Name, Code, reason, isTransient: false, exception);
    }

    /// <summary>What owners have not been told yet, the latest of each account.</summary>
    public IReadOnlyList<(string Network, string Account, Phrase Reason)> Untold() =>
        [.. _untold.Select(fault => (fault.Key.Network, fault.Key.Account, fault.Value))];

    /// <summary>Forgets what owners have been told, unless the account has had another mistake meanwhile.</summary>
    public void Told(string network, string account, Phrase reason) => _untold.TryRemove(new((network, account), reason));

    /// <summary>Whether a line is due; several threads at once may each write one.</summary>
    private bool IsToBeLogged((string Network, string Account, string Member, Type Kind) what)
    {
        var now = time.GetUtcNow();
        if (_logged.TryGetValue(what, out var last) && (now - last).Duration() < BetweenLines)
        {
            return false;
        }

        _logged[what] = now;
        return true;
    }
}
