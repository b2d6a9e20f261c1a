using System.Data;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class PostArchive(SqliteDatabase database) : IPostArchive
{
    public Task<IReadOnlyList<ArchivedPost>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var span = new { from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() };
        return database.ReadAsync<IReadOnlyList<ArchivedPost>>(
            connection =>
            {
                var messages = Messages(connection, span);
                var deals = Deals(connection, span);
                return [.. connection.Query<Row>("SELECT * FROM posts WHERE due_at >= @from AND due_at < @until ORDER BY due_at, post_id", span)
                    .Select(row => row.With(messages[row.PostId], deals[row.PostId]))];
            },
            cancellationToken);
    }

    private static ILookup<string, StoredMessage> Messages(IDbConnection connection, object span) => connection
        .Query<(string PostId, string Kind, string? Text, string? File, string? Description, string? Url, string? Detail)>(
            """
            SELECT m.post_id, m.kind, m.text, m.file, m.description, m.url, m.detail FROM messages m JOIN posts p ON p.post_id = m.post_id
            WHERE p.due_at >= @from AND p.due_at < @until ORDER BY m.post_id, m.idx
            """,
            span)
        .ToLookup(row => row.PostId, row => new StoredMessage(row.Kind, row.Text, row.File, row.Description, row.Url, row.Detail));

    private static ILookup<string, ArchivedDeal> Deals(IDbConnection connection, object span) => connection
        .Query<DealRow>(
            """
            SELECT d.post_id, d.network, d.item_id, d.title, d.category, d.price_fen, d.final_price_fen, d.commission_bp, d.code, d.score
            FROM post_deals d JOIN posts p ON p.post_id = d.post_id
            WHERE p.due_at >= @from AND p.due_at < @until ORDER BY d.post_id, d.item_id
            """,
            span)
        .ToLookup(row => row.PostId, row => new ArchivedDeal(
            new DealKey(row.Network, row.ItemId),
            row.Title,
            row.Category,
            new Money(row.PriceFen),
            new Money(row.FinalPriceFen),
            new Rate((int)row.CommissionBp),
            row.Code,
            row.Score));

    private sealed record DealRow
    {
        public string PostId { get; init; } = "";

        public string Network { get; init; } = "";

        public string ItemId { get; init; } = "";

        public string Title { get; init; } = "";

        public string Category { get; init; } = "";

        public long PriceFen { get; init; }

        public long FinalPriceFen { get; init; }

        public long CommissionBp { get; init; }

        public string Code { get; init; } = "";

        public string? Score { get; init; }
    }

    private sealed record Row
    {
        public string PostId { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? GroupId { get; init; }

        public string OwnerId { get; init; } = "";

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public long DueAt { get; init; }

        public long PlannedAt { get; init; }

        public string? MovedZh { get; init; }

        public string? MovedEn { get; init; }

        public long? SentAt { get; init; }

        public long Resends { get; init; }

        public string State { get; init; } = "";

        public string? ReasonCode { get; init; }

        public string? ReasonZh { get; init; }

        public string? ReasonEn { get; init; }

        public long Considered { get; init; }

        public string Rejections { get; init; } = "";

        public string AdLawFlags { get; init; } = "";

        public ArchivedPost With(IEnumerable<StoredMessage> messages, IEnumerable<ArchivedDeal> deals) => new()
        {
            PostId = PostId,
            Kind = Kind,
            GroupId = GroupId,
            OwnerId = OwnerId,
            Adapter = Adapter,
            Address = Address,
            DueAt = Moments.From(DueAt),
            PlannedAt = Moments.From(PlannedAt),
            Moved = MovedZh is null ? null : new Phrase(MovedZh, MovedEn ?? MovedZh),
            Resends = Resends,
            SentAt = SentAt is { } sentAt ? Moments.From(sentAt) : null,
            State = State,
            ReasonCode = ReasonCode,
            Reason = ReasonZh is null ? null : new Phrase(ReasonZh, ReasonEn ?? ReasonZh),
            Messages = [.. messages],
            Deals = [.. deals],
            Considered = Considered,
            Rejections = Rejections,
            AdLawFlags = AdLawFlags,
        };
    }
}
