using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Host.Jobs;

/// <summary>Takes over edits of the owners' files, and says so; a bad edit is named and the last good state kept.</summary>
public sealed class ConfigurationReload(LiveConfiguration configuration, ILogger<ConfigurationReload> logger)
{
    public Task RunAsync(CancellationToken cancellationToken)
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

        return Task.CompletedTask;
    }
}
