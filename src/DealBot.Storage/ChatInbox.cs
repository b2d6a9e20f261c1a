using System.Data;
using Dapper;
using DealBot.Core.Bot;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class ChatInbox(SqliteDatabase database) : IChatInbox
{
    private const string IsKey = "adapter = @Adapter AND address = @Address AND event_id = @EventId";
    private const long NearMilliseconds = 10 * 60 * 1000;

    public Task<bool> KnowsAsync(ChatKey key, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM chat_events WHERE {IsKey}", key) > 0, cancellationToken);

    public Task<bool> KeepAsync(ChatRequest request, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => Insert(connection, transaction, Row.Of(request)), cancellationToken);

    public Task<bool> CountAsync(
        ChatKey key, DateTimeOffset at, IReadOnlyList<(string GroupId, DateOnly Day)> days, int joined, int gone, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (!Insert(connection, transaction, new Row { Adapter = key.Adapter, Address = key.Address, EventId = key.EventId, At = at.ToUnixTimeMilliseconds(), Verdict = Row.Done }))
            {
                return false;
            }

            foreach (var (groupId, day) in days)
            {
                MemberStore.Add(connection, transaction, groupId, day, joined, gone);
            }

            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<ChatRequest>> OpenAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ChatRequest>>(
        connection => [.. connection
            .Query<Row>("SELECT adapter, address, event_id, at, sender, text, to_bot, verdict FROM chat_events WHERE verdict <> 'done' ORDER BY at, event_id")
            .Select(row => row.ToRequest())],
        cancellationToken);

    public Task DoneAsync(ChatKey key, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            $"UPDATE chat_events SET verdict = 'done', sender = NULL, text = NULL WHERE {IsKey}", key, transaction),
        cancellationToken);

    public Task<ClaimedSlot?> ClaimNextAsync(ChatKey key, string groupId, CancellationToken cancellationToken) =>
        database.WriteAsync<ClaimedSlot?>(
            (connection, transaction) =>
            {
                var claims = ClaimsOf(connection, transaction, key);
                var claimed = connection.QuerySingleOrDefault<SlotRow>(
                    "SELECT post_id, due_at, state FROM posts WHERE group_id = @groupId AND post_id IN @claims", new { groupId, claims }, transaction);
                var next = claimed ?? connection.QueryFirstOrDefault<SlotRow>(
                    "SELECT post_id, due_at, state FROM posts WHERE group_id = @groupId AND kind = 'slot' AND state = 'planned' AND prepared = 0 ORDER BY planned_at, post_id LIMIT 1",
                    new { groupId },
                    transaction);
                if (next is not null && claimed is null)
                {
                    Claim(connection, transaction, key, claims.Append(next.PostId));
                }

                return next is null ? null : new ClaimedSlot(next.PostId, Moments.From(next.DueAt), IsSkipped: next.State == "skipped");
            },
            cancellationToken);

    public Task<string?> ClaimPostAsync(ChatKey key, IReadOnlyList<string> postIds, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) =>
        {
            var claims = ClaimsOf(connection, transaction, key);
            if (claims.FirstOrDefault(postIds.Contains) is { } claimed)
            {
                return claimed;
            }

            // Posts are named by the moment of the order: who could mean the same one wrote at that time too.
            var taken = connection.Query<string>(
                $"""
                SELECT post_id FROM posts WHERE post_id IN @postIds
                UNION ALL SELECT other.claim FROM chat_events AS it JOIN chat_events AS other ON other.at BETWEEN it.at - {NearMilliseconds} AND it.at + {NearMilliseconds}
                WHERE it.adapter = @Adapter AND it.address = @Address AND it.event_id = @EventId AND other.claim IS NOT NULL
                """,
                new { key.Adapter, key.Address, key.EventId, postIds },
                transaction).SelectMany(Split).ToHashSet(StringComparer.Ordinal);
            var free = postIds.FirstOrDefault(postId => !taken.Contains(postId));
            if (free is not null)
            {
                Claim(connection, transaction, key, claims.Append(free));
            }

            return free;
        },
        cancellationToken);

    private static string[] ClaimsOf(IDbConnection connection, IDbTransaction transaction, ChatKey key) =>
        Split(connection.QuerySingleOrDefault<string>($"SELECT claim FROM chat_events WHERE {IsKey}", key, transaction) ?? "");

    private static string[] Split(string claims) => claims.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Claim(IDbConnection connection, IDbTransaction transaction, ChatKey key, IEnumerable<string> claims) => connection.Execute(
        $"UPDATE chat_events SET claim = @claim WHERE {IsKey}",
        new { key.Adapter, key.Address, key.EventId, claim = string.Join('\n', claims) },
        transaction);

    private static bool Insert(IDbConnection connection, IDbTransaction transaction, Row row) => connection.Execute(
        """
        INSERT INTO chat_events (adapter, address, event_id, at, sender, text, to_bot, verdict)
        VALUES (@Adapter, @Address, @EventId, @At, @Sender, @Text, @ToBot, @Verdict) ON CONFLICT (adapter, address, event_id) DO NOTHING
        """,
        row,
        transaction) == 1;

    private sealed record SlotRow
    {
        public string PostId { get; init; } = "";

        public long DueAt { get; init; }

        public string State { get; init; } = "";
    }

    private sealed record Row
    {
        public const string Done = "done";

        private const string Open = "open";
        private const string TooMuch = "too_much";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public string EventId { get; init; } = "";

        public long At { get; init; }

        public string? Sender { get; init; }

        public string? Text { get; init; }

        public long ToBot { get; init; }

        public string Verdict { get; init; } = Open;

        public static Row Of(ChatRequest request) => new()
        {
            Adapter = request.Key.Adapter,
            Address = request.Key.Address,
            EventId = request.Key.EventId,
            At = request.At.ToUnixTimeMilliseconds(),
            Sender = request.SenderId,
            Text = request.Text,
            ToBot = request.IsToBot ? 1 : 0,
            Verdict = request.IsTooMuch ? TooMuch : Open,
        };

        public ChatRequest ToRequest() =>
            new(new ChatKey(Adapter, Address, EventId), Moments.From(At), Sender ?? "", Text ?? "", ToBot == 1, Verdict == TooMuch);
    }
}
