using DealBot.Contracts;
using DealBot.Host.Secrets;

namespace DealBot.Host.Plugins;

/// <summary>What a guarded adapter is made of.</summary>
/// <param name="Inner">The plugin's own.</param>
/// <param name="Profile">What it says of itself.</param>
/// <param name="Calls">How it is called.</param>
/// <param name="Secrets">Keeps its options' secrets out of what it says.</param>
internal sealed record GuardedParts(IMessagingAdapter Inner, AdapterProfile Profile, PluginCalls Calls, SecretMask Secrets);
