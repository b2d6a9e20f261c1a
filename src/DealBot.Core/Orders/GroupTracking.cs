using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Orders;

/// <summary>Writes what an order must carry, and reads it back. The sub id is <c>group_code</c>: ids have no underscore.</summary>
public static class GroupTracking
{
    private const char Separator = '_';

    public static Tracking For(Group group, string code) => new($"{group.Id}{Separator}{code}", group.PositionId);

    /// <summary>Group and code of a sub id; the code is null if there is none.</summary>
    public static (string GroupId, string? Code) Read(string subUnionId)
    {
        var at = subUnionId.LastIndexOf(Separator);
        return at < 0 ? (subUnionId, null) : (subUnionId[..at], subUnionId[(at + 1)..]);
    }
}
