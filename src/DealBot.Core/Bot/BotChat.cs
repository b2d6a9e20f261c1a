using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Bot;

/// <summary>What a chat is to the bot, by the configuration in force.</summary>
/// <param name="Groups">Groups of the chat where the bot is switched on; one, unless several are posted to one chat.</param>
/// <param name="Readers">Owners who read their digest there.</param>
public sealed record BotChat(IReadOnlyList<Group> Groups, IReadOnlyList<Owner> Readers)
{
    /// <summary>Looks a chat up.</summary>
    public static BotChat Of(DealBotConfiguration configuration, string adapter, string address) => new(
        [.. configuration.Groups.Where(group => group.Bot && group.Adapter == adapter && group.Address == address)],
        [.. configuration.Owners.Where(owner => owner.Digest.Adapter == adapter && owner.Digest.Address == address)]);

    /// <summary>Whether anybody's words there can concern the bot.</summary>
    public bool IsAny => Groups.Count > 0 || Readers.Any(owner => owner.Commanders.Count > 0);

    /// <summary>What the bot speaks there: the language of the group, or that of an owner's digest where only he reads.</summary>
    public Language Language => (Groups, Readers) switch
    {
        ([var group, ..], _) => group.Language,
        (_, [var owner, ..]) => owner.Digest.Language,
        _ => Language.Chinese,
    };

    /// <summary>
    /// The groups that a member's orders are about: that of the chat, or in the chat where an owner reads his digest all of his. Only of owners
    /// who named him.
    /// </summary>
    public IReadOnlyList<Group> CommandedBy(DealBotConfiguration configuration, string adapter, string senderId)
    {
        var here = Groups.Where(group => configuration.Owner(group.Owner).IsCommandedBy(adapter, senderId)).ToList();
        return here.Count > 0 ? here : [.. Readers.Where(owner => owner.IsCommandedBy(adapter, senderId)).SelectMany(configuration.GroupsOf)];
    }
}
