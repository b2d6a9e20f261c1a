using Dapper;
using DealBot.Contracts;
using DealBot.Core.Clicks;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class LinkStore(SqliteDatabase database) : ILinkStore
{
    public Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection
            .Query<(string PostId, string GroupId, string Network, string ItemId, string Target, string? Command, long SlotAt, long? ExpiresAt)>(
                "SELECT post_id, group_id, network, item_id, target, command, slot_at, expires_at FROM post_deals WHERE code = @code",
                new { code })
            .Select(row => new TrackedLink(code, row.PostId, row.GroupId, new DealKey(row.Network, row.ItemId), new Uri(row.Target))
            {
                Command = row.Command,
                PostedAt = Moments.From(row.SlotAt),
                ExpiresAt = row.ExpiresAt is { } end ? Moments.From(end) : null,
            })
            .FirstOrDefault(),
        cancellationToken);
}
