using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>
/// Writes what an order must carry, and reads it back. The sub id is <c>group_code</c> where the network gives back that much, since it can be read without
/// a look-up, and the link's code alone where it does not. Ids have no underscore.
/// </summary>
public static class GroupTracking
{
    private const char Separator = '_';

    /// <summary>What orders through a link carry.</summary>
    /// <param name="limits">What the network allows the account.</param>
    /// <param name="group">The group.</param>
    /// <param name="code">The link's code.</param>
    /// <param name="position">The position that the group holds; null for the account's general one.</param>
    public static Tracking For(NetworkLimits limits, Group group, string code, string? position)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(code);
        var full = $"{group.Id}{Separator}{code}";
        return new Tracking(full.Length <= limits.SubIdLength ? full : code.Length <= limits.SubIdLength ? code : null, position);
    }

    /// <summary>Whether the account's orders give back enough to tell the link.</summary>
    public static bool HasSubIds(NetworkLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return limits.SubIdLength >= LinkCodes.Length;
    }

    /// <summary>Group and code of a sub id. Without a separator it may be either: then both are the text.</summary>
    public static (string GroupId, string Code) Read(string subId)
    {
        ArgumentNullException.ThrowIfNull(subId);
        var at = subId.LastIndexOf(Separator);
        return at < 0 ? (subId, subId) : (subId[..at], subId[(at + 1)..]);
    }
}
