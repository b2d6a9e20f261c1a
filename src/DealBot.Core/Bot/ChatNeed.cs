using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Bot;

/// <summary>Whether anybody wants to know what happens in an adapter's chats. Where nobody does, nothing is listened to.</summary>
public static class ChatNeed
{
    public static bool Is(DealBotConfiguration configuration, IMessagingAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(adapter);

        // A platform that counts members tells who comes and goes as well, and so does one that calls.
        var tellsMembers = configuration.Bot.CountsMembers && (adapter is IGroupRoster or ICallbackReceiver);
        return configuration.Groups.Any(group => group.Adapter == adapter.Name && (group.Bot || tellsMembers))
            || configuration.Owners.Any(owner => owner.Digest.Adapter == adapter.Name && owner.Commanders.ContainsKey(adapter.Name));
    }
}
