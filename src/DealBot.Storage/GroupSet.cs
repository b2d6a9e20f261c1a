using System.Data;
using System.Text.Json;
using Dapper;

namespace DealBot.Storage;

/// <summary>
/// Groups that a query is about, as one parameter. A parameter for each of hundreds of groups takes longer to bind than the answer to read, and
/// every number of groups would be another statement.
/// </summary>
internal static class GroupSet
{
    /// <summary>What a column is IN, of the parameter <c>@groups</c>.</summary>
    public const string Members = "(SELECT value FROM json_each(@groups))";

    /// <summary>The parameter.</summary>
    public static string Of(IReadOnlyCollection<string> groupIds) => JsonSerializer.Serialize(groupIds);

    /// <summary>The owner who has exactly these groups; null if there is none.</summary>
    public static string? OwnerOf(IDbConnection connection, IDbTransaction transaction, IReadOnlyCollection<string> groupIds) => connection.QueryFirstOrDefault<string>(
        $"""
        SELECT owner_id FROM group_owners GROUP BY owner_id
        HAVING COUNT(*) = @count AND SUM(CASE WHEN group_id IN {Members} THEN 1 ELSE 0 END) = @count
        """,
        new { groups = Of(groupIds), count = groupIds.Count },
        transaction);
}
