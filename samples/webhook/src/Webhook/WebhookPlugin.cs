using System.Text.Json;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace Webhook;

/// <summary>Where the host begins: named as <c>entry</c> in plugin.json.</summary>
public sealed class WebhookPlugin : IAdapterPlugin
{
    /// <inheritdoc />
    public IEnumerable<OptionFault> Validate(JsonElement options) => WebhookOptions.Read(options).FindFaults();

    /// <inheritdoc />
    public IMessagingAdapter CreateAdapter(PluginContext context)
    {
        var options = WebhookOptions.Read(context.Options);
        var loggers = (ILoggerFactory?)context.Services.GetService(typeof(ILoggerFactory));
        loggers?.CreateLogger("Webhook").LogInformation("{Plugin} posts to {Count} targets", context.Name, options.Targets.Count);
        return new WebhookAdapter(context.Name, options, new WebhookClient(context.Http, context.Time, TimeSpan.FromSeconds(options.TimeoutSeconds)));
    }
}
