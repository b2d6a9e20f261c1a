using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;

namespace DealBot.Core.Links;

/// <summary>Tells owners of mistakes in the clients of their networks: each account's once a day, since it is theirs to upgrade and not to watch.</summary>
public sealed class NetworkFaultReport(NetworkFaults faults, LiveConfiguration configuration, INotices notices, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    private readonly Dictionary<(string Network, string Account), DateTimeOffset> _told = [];

    /// <summary>Tells what has come since.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (network, account, reason) in faults.Untold())
        {
            var now = time.GetUtcNow();
            if (_told.TryGetValue((network, account), out var at) && (now - at).Duration() < Again)
            {
                faults.Told(network, account, reason);
                continue;
            }

            var text = new Phrase($"{reason.Zh}。其他账号不受影响", $"{reason.En}. Other accounts are not affected");
            if (configuration.Current.HolderOf(network, account) is { } owner)
            {
                await notices.TellAsync(new Notice(owner.Id, "network_fault", $"{network}/{account}", text), cancellationToken).ConfigureAwait(false);
            }

            _told[(network, account)] = now;
            faults.Told(network, account, reason);
        }
    }
}
