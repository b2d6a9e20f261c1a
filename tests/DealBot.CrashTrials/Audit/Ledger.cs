using System.Security.Cryptography;
using Dapper;
using DealBot.CrashTrials.World;
using Microsoft.Data.Sqlite;

namespace DealBot.CrashTrials.Audit;

/// <summary>The service's database, read from outside with SQL of the trial's own: what the service's code says of it is not asked.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _folder;

    static Ledger() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    // Read-only: the last writer to close would empty the log that the next life has to recover from.
    private Ledger(string database)
    {
        _folder = Path.GetDirectoryName(database)!;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
    }

    public static Ledger Open(string database) => new(database);

    /// <summary>Whether any slot is on record; false as well while there is no database yet.</summary>
    public static bool HoldsSlots(string database)
    {
        if (!File.Exists(database))
            return false;

        try
        {
            using var ledger = new Ledger(database);
            return ledger.One("SELECT COUNT(*) FROM posts WHERE kind = 'slot'") > 0;
        }
        catch (SqliteException)
        {
            // Its tables are just being made.
            return false;
        }
    }

    /// <summary>A single number.</summary>
    public long One(string sql) => _connection.ExecuteScalar<long>(sql);

    public IReadOnlyList<T> All<T>(string sql) => [.. _connection.Query<T>(sql)];

    /// <summary>Every message, with its post and when it was last handed to the platform.</summary>
    public IReadOnlyList<LedgerMessage> Messages() => [.. _connection.Query<MessageRow>(
        """
        SELECT m.post_id, m.idx, p.adapter, p.address, p.state AS post_state, m.state, m.kind, m.text, m.file,
            (SELECT MAX(a.at) FROM attempts a WHERE a.post_id = m.post_id AND a.idx = m.idx) AS last_attempt
        FROM messages m JOIN posts p ON p.post_id = m.post_id ORDER BY p.due_at, m.post_id, m.idx
        """).Select(Read)];

    /// <summary>Every moment at which a message was handed to a platform.</summary>
    public IReadOnlyList<Attempt> Attempts() =>
        [.. _connection.Query<(string Adapter, string Address, long At, string PostId, long Index)>("SELECT adapter, address, at, post_id, idx FROM attempts ORDER BY at")
            .Select(row => new Attempt(row.Adapter, row.Address, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.PostId, (int)row.Index))];

    public IReadOnlyList<LedgerPost> Posts() => All<LedgerPost>("SELECT post_id, kind, group_id, due_at, state, reason_code, reason_zh FROM posts");

    public void Dispose() => _connection.Dispose();

    private LedgerMessage Read(MessageRow row) => new(
        row.PostId,
        (int)row.Idx,
        row.Adapter,
        row.Address,
        row.State,
        row.Kind,
        row.Kind == "image" ? Checksum(row.File!) : row.Text!,
        row.LastAttempt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);

#pragma warning disable CA5351 // The chat platform's checksum is MD5.
    private string Checksum(string file) =>
        File.Exists(Path.Combine(_folder, file)) ? Convert.ToHexStringLower(MD5.HashData(File.ReadAllBytes(Path.Combine(_folder, file)))) : "";
#pragma warning restore CA5351

    private sealed record MessageRow
    {
        public string PostId { get; init; } = "";

        public long Idx { get; init; }

        public string Adapter { get; init; } = "";

        public string Address { get; init; } = "";

        public string State { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? Text { get; init; }

        public string? File { get; init; }

        public long? LastAttempt { get; init; }
    }
}
