using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Shares;

namespace DealBot.Host.Jobs;

/// <summary>Takes over edits of the owners' files, and says so; a bad edit is named and the last good state kept.</summary>
public sealed class ConfigurationReload(LiveConfiguration configuration, ShareTerms shares, ILogger<ConfigurationReload> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (configuration.Refresh())
        {
            case null:
                break;
            case { Count: 0 }:
                logger.LogInformation("配置已更新，下一个时刻起生效");
                break;
            case { } faults:
                logger.LogError("配置有误，继续使用上一份正确的配置：{Faults}", string.Join("\n", faults.Select(fault => fault.In(Language.Chinese))));
                break;
        }

        // Also the first time: what holds from now on must be on record from now on, not from the next order.
        await shares.TimelineAsync(cancellationToken);
    }
}
