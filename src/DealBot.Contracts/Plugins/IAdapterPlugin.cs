namespace DealBot.Contracts;

/// <summary>A plugin that speaks to a chat platform.</summary>
public interface IAdapterPlugin : IPlugin
{
    /// <summary>Makes the adapter. Calls nobody and starts nothing.</summary>
    /// <param name="context">What the host gives; its options have passed <see cref="IPlugin.Validate"/>.</param>
    /// <returns>An adapter whose <see cref="IMessagingAdapter.Name"/> is the plugin's name.</returns>
    IMessagingAdapter CreateAdapter(PluginContext context);
}
