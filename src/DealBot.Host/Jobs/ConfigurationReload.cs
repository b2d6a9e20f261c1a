using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Metrics;
using DealBot.Core.Orders;
using DealBot.Core.Shares;

namespace DealBot.Host.Jobs;

/// <summary>Takes over edits of the owners' files, and says so; a bad edit is named and the last good state kept.</summary>
public sealed class ConfigurationReload(
    LiveConfiguration configuration, ShareTerms shares, AccountOwners accounts, GroupOwnership ownership, OwnerScreen screen, ILogger<ConfigurationReload> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (configuration.Refresh())
        {
            case null:
                break;
            case { Count: 0 }:
                logger.LogInformation("Configuration taken over, in force from the next slot on");
                screen.Show("配置已更新，下一个时刻起生效", "configuration taken over, in force from the next slot on");
                break;
            case { } faults:
                logger.LogError("Configuration is faulty, the last good one stays in force: {Faults}", Lines(faults, Language.English));
                screen.Show(
                    $"配置有误，继续使用上一份正确的配置：\n{Lines(faults, Language.Chinese)}",
                    $"the configuration is faulty, the last good one stays in force:\n{Lines(faults, Language.English)}");
                break;
        }

        // Also the first time: what holds from now on must be on record from now on, not from the next order.
        await shares.NoteAsync(cancellationToken);
        await accounts.NoteAsync(cancellationToken);
        await ownership.NoteAsync(cancellationToken);
    }

    private static string Lines(IEnumerable<ConfigurationFault> faults, Language language) => string.Join('\n', faults.Select(fault => fault.In(language)));
}
