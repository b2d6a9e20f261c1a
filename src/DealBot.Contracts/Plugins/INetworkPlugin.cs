namespace DealBot.Contracts;

/// <summary>A plugin that speaks to an affiliate network (联盟).</summary>
public interface INetworkPlugin : IPlugin
{
    /// <summary>Makes the network's accounts. Calls nobody and starts nothing.</summary>
    /// <param name="context">What the host gives; its options have passed <see cref="IPlugin.Validate"/>.</param>
    /// <returns>Accounts whose <see cref="IAffiliateNetwork.Name"/> is the plugin's name.</returns>
    NetworkAccounts CreateNetwork(PluginContext context);
}
