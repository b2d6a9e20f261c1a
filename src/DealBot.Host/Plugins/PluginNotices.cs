using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Host.Composition;

namespace DealBot.Host.Plugins;

/// <summary>Tells at the start the owners who use a plugin that was left out: their posts fail until somebody mends it.</summary>
public sealed class PluginNotices(Foundation foundation, INotices notices) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var failure in foundation.Integrations.Plugins.Failures)
        {
            foreach (var owner in UsersOf(failure.Plugin))
            {
                await notices.TellAsync(
                    new Notice(owner, "plugin_left_out", $"plugin/{failure.Plugin}", new Phrase(
                        $"插件 {failure.Plugin} 没有载入，用它的群发不出去：{failure.Reason.Zh}",
                        $"plugin {failure.Plugin} is not loaded, nothing goes out to groups that use it: {failure.Reason.En}")),
                    cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> UsersOf(string plugin)
    {
        var configuration = foundation.Configuration.Current;
        return configuration.Groups.Where(group => group.Adapter == plugin).Select(group => group.Owner)
            .Concat(configuration.Owners.Where(owner => owner.Digest.Adapter == plugin || owner.NetworkAccounts.ContainsKey(plugin)).Select(owner => owner.Id))
            .Distinct();
    }
}
