using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class LinkStore(SqliteDatabase database) : ILinkStore
{
    public Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Find(connection, "code = @code", new { code }).FirstOrDefault(), cancellationToken);

    public Task<IReadOnlyList<TrackedLink>> FindAllAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TrackedLink>>(connection => [.. Find(connection, "code IN @codes", new { codes })], cancellationToken);

    private static IEnumerable<TrackedLink> Find(IDbConnection connection, string where, object parameters) => connection
        .Query<(string Code, string PostId, string GroupId, string Network, string ItemId, string Target, string? Command, long SlotAt, long? ExpiresAt)>(
            $"SELECT code, post_id, group_id, network, item_id, target, command, slot_at, expires_at FROM post_deals WHERE {where}",
            parameters)
        .Select(row => new TrackedLink(row.Code, row.PostId, row.GroupId, new DealKey(row.Network, row.ItemId), new Uri(row.Target))
        {
            Command = row.Command,
            PostedAt = Moments.From(row.SlotAt),
            ExpiresAt = row.ExpiresAt is { } end ? Moments.From(end) : null,
        });
}
