using Dapper;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>A database as version 0.1.0 left it, with rows in every table, made by that version's own SQL.</summary>
internal static class OldDatabase
{
    public const long Version = 1;

    /// <summary>Every table of 0.1.0 with a statement that fills it.</summary>
    private static readonly IReadOnlyDictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["state"] = "INSERT INTO state VALUES ('link_key', 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=')",
        ["deals"] = """INSERT INTO deals VALUES ('jd', '1001', 1780275600000, '{"Title":"纸尿裤"}')""",
        ["price_observations"] = "INSERT INTO price_observations VALUES ('jd', '1001', 1780275600000, 1780275600000, 10000, 8000, 2000)",
        ["posts"] =
            """
            INSERT INTO posts VALUES
                ('mama-1_20260601T010000', 'slot', 'mama-1', 'li', 'preview', 'demo', 1780275600000, 1780276800000, 'sent', NULL, NULL, NULL,
                    1780275600000, NULL, NULL, 1780275601000, 40, '{}', ''),
                ('mama-1_20260601T020000', 'slot', 'mama-1', 'li', 'preview', 'demo', 1780279200000, 1780280400000, 'planned', NULL, NULL, NULL,
                    1780279200000, NULL, NULL, NULL, 40, '{"already_posted":3}', '第一')
            """,
        ["messages"] = "INSERT INTO messages VALUES ('mama-1_20260601T010000', 0, 'text', '好价', NULL, NULL, NULL, 'sent', 1, 'm1'), ('mama-1_20260601T020000', 0, 'text', '好价', NULL, NULL, NULL, 'planned', 0, NULL)",
        ["attempts"] = "INSERT INTO attempts VALUES ('preview', 'demo', 1780275600500, 'mama-1_20260601T010000', 0)",
        ["post_deals"] = "INSERT INTO post_deals VALUES ('mama-1_20260601T010000', 'mama-1', 1780275600000, 'jd', '1001', NULL, '纸尿裤', '母婴', 10000, 8000, 1000, 'aaaaaaaaaaa', 'https://union.example/a', 'mama-1_aaaaaaaaaaa', NULL, NULL)",
        ["clicks"] = "INSERT INTO clicks VALUES ('aaaaaaaaaaa', 'mama-1', 1780275700000, 'person', '0123456789abcdef', 1)",
        ["orders"] =
            """
            INSERT INTO orders VALUES ('jd', 'r1', 'o1', 'li', 'li', 'mama-1', 'mama-1_20260601T010000', 'link', '1001', '纸尿裤', 1, 0, 'paid', '16',
                1780276000000, NULL, 1780276000000, 8000, 800, 0, 0, 1000, 8000, 800, 1, 'mama-1_aaaaaaaaaaa', NULL, '{"row":"r1"}')
            """,
        ["order_watermarks"] = "INSERT INTO order_watermarks VALUES ('jd', 'li', 1780276000000)",
        ["metrics_hourly"] = "INSERT INTO metrics_hourly VALUES ('mama-1', 1780275600000, 1, 1, 1, 1, 8000, 800)",
    };

    public static IEnumerable<string> Tables => Rows.Keys;

    public static void Write(string path)
    {
        using var connection = Open(path);
        connection.Execute("PRAGMA journal_mode=WAL; CREATE TABLE schema_version (version BIGINT NOT NULL)");
        connection.Execute(FirstStep());
        connection.Execute("INSERT INTO schema_version VALUES (1)");
        foreach (var sql in Rows.Values)
        {
            connection.Execute(sql);
        }
    }

    /// <summary>
    /// A database of version 6, the last without accounts apart from addresses: everything that 0.1.0 had, a post in every state a post can be in, with
    /// its message and an attempt, and rows in every table that came since.
    /// </summary>
    public static void WriteSixth(string path)
    {
        Write(path);
        using var connection = Open(path);
        StepUp(connection, '2', '6');
        foreach (var (index, state) in new[] { "planned", "leased", "sending", "sent", "failed", "unknown", "skipped" }.Index())
        {
            connection.Execute(
                """
                INSERT INTO posts (post_id, kind, group_id, owner_id, adapter, address, due_at, planned_at, expires_at, state, prepared, reason_code, reason_zh, reason_en,
                    next_attempt_at, lease, lease_until, sent_at, considered, rejections, ad_law_flags, resends, reviewed)
                VALUES (@id, 'slot', 'mama-1', 'li', 'wecom', @address, @at, @at, @at + 1200000, @state, 1, NULL, NULL, NULL, @at, @lease, @until, @sent, 40, '{}', '', 0, 0)
                """,
                new
                {
                    id = state,
                    address = $"robot-{index}",
                    at = 1780275600000 + index,
                    state,
                    lease = state is "leased" or "sending" ? "l1" : null,
                    until = state is "leased" or "sending" ? 1780275700000 : (long?)null,
                    sent = state == "sent" ? 1780275601000 : (long?)null,
                });
            connection.Execute(
                "INSERT INTO messages VALUES (@id, 0, 'text', '好价', NULL, NULL, NULL, @state, 1, NULL); INSERT INTO attempts VALUES ('wecom', @address, @at, @id, 0)",
                new { id = state, address = $"robot-{index}", state = state is "leased" or "skipped" ? "planned" : state, at = 1780275600000 + index });
        }

        connection.Execute(
            """
            INSERT INTO accounts VALUES ('wecom', 'robot-1', 'open', 1780275600000, 1780275600000, 1780297200000, '被移出群', 'removed', 1, 21600000, 100);
            INSERT INTO notices VALUES ('li', 'account_blocked', 'wecom/robot-1', '停发', 'stopped', 1780275600000, 1780275600000, 2, NULL, NULL);
            INSERT INTO click_journals VALUES ('clicks', 3, 4096);
            INSERT INTO order_syncs VALUES ('jd', 'li', 'regular', 1780275600000, 1780275601000, 1780275000000, 1780275600000, 1, 1, 0, 0, NULL);
            INSERT INTO order_sweeps VALUES ('jd', 'li', 'daily', 1780275600000, NULL, 1780275000000, 1780275600000, 'ordered', 1780275600000, 1, 0, 0, 0, 0, 0);
            """);
    }

    /// <summary>
    /// A database of version 8, the last without books: the sixth, and orders in every state, of two owners and of nobody, in versions that came in two
    /// months. Late in the evening of the last of June by Greenwich it is July in Beijing.
    /// </summary>
    public static void WriteEighth(string path)
    {
        WriteSixth(path);
        using var connection = Open(path);
        StepUp(connection, '7', '8');
        (string RowId, string? Owner, string Status, long Fee, DateTimeOffset[] SeenAt)[] orders =
        [
            ("created", "li", "created", 0, [June(2)]),
            ("confirmed", "li", "confirmed", 500, [June(3)]),
            ("settled", "li", "settled", 700, [June(3), June(9), new(2026, 6, 30, 16, 30, 0, TimeSpan.Zero)]),
            ("invalid", "li", "invalid", 0, [June(4)]),
            ("unknown", "li", "unknown", 0, [June(4)]),
            ("free", "li", "settled", 0, [June(5)]),
            ("wangs", "wang", "paid", 900, [new(2026, 7, 2, 0, 0, 0, TimeSpan.Zero)]),
            ("owing", "wang", "confirmed", -150, [June(6)]),
            ("nobodys", null, "paid", 200, [June(7)]),
        ];
        foreach (var (rowId, owner, status, fee, seenAt) in orders)
        {
            var last = seenAt[^1].ToUnixTimeMilliseconds();
            connection.Execute(
                """
                INSERT INTO orders (network, row_id, order_id, account, owner_id, group_id, post_id, attribution, item_id, title, quantity, returned, status, status_code,
                    ordered_at, finished_at, modified_at, estimated_base_fen, estimated_fee_fen, actual_base_fen, actual_fee_fen, commission_bp, sales_fen, commission_fen,
                    counts, sub_union_id, position_id, content_hash)
                VALUES ('jd', @rowId, @rowId, @account, @owner, @groupId, NULL, @attribution, '1001', '纸尿裤', 1, 0, @status, '16',
                    @last - 1000, NULL, @last, 8000, @fee, 8000, @fee, 1000, @fee * 10, @fee, 1, NULL, NULL, '')
                """,
                new { rowId, account = owner ?? "shared", owner, groupId = owner == "li" ? "mama-1" : null, attribution = owner == "li" ? "sub_union_id" : "none", status, fee, last });
            foreach (var (index, seen) in seenAt.Index())
            {
                connection.Execute(
                    "INSERT INTO order_snapshots VALUES ('jd', @rowId, @version, @account, @ordered, @at, @at, '', @body)",
                    new { rowId, version = index + 1, account = owner ?? "shared", ordered = last - 1000, at = seen.ToUnixTimeMilliseconds(), body = $$"""{"row":"{{rowId}}"}""" });
            }
        }

        static DateTimeOffset June(int day) => new(2026, 6, day, 4, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Every row of a table, by the columns that 0.1.0 knew.</summary>
    public static IReadOnlyList<string> Read(string path, string table, IReadOnlyList<string> columns)
    {
        using var connection = Open(path);
        return [.. connection
            .Query($"SELECT {string.Join(", ", columns)} FROM {table} ORDER BY 1, 2")
            .Select(row => string.Join("|", ((IDictionary<string, object>)row).Values))];
    }

    public static IReadOnlyList<string> Columns(string path, string table)
    {
        using var connection = Open(path);
        return [.. connection.Query<string>("SELECT name FROM pragma_table_info(@table)", new { table })];
    }

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void StepUp(SqliteConnection connection, char from, char until)
    {
        foreach (var name in typeof(StorageOptions).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
            .Where(name => name.StartsWith("Migrations/000", StringComparison.Ordinal) && name[14] >= from && name[14] <= until))
        {
            connection.Execute(Step(name));
            connection.Execute("INSERT INTO schema_version VALUES (@version)", new { version = name[14] - '0' });
        }
    }

    private static string FirstStep() => Step("Migrations/0001_initial.sql");

    private static string Step(string name)
    {
        using var reader = new StreamReader(typeof(StorageOptions).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
