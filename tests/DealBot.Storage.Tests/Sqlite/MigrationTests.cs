using Dapper;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>What becomes of a database that an older or a newer version left.</summary>
public sealed class MigrationTests
{
    /// <summary>Where 0.1.0 kept an order as it came, there is now the first of its versions.</summary>
    private const string FirstVersion = "(SELECT body FROM order_snapshots s WHERE s.network = orders.network AND s.row_id = orders.row_id AND s.version = 1) AS raw";

    private TempFolder _folder = null!;
    private string _path = "";

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _path = _folder.File("dealbot.db");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Database_of_the_first_version_is_upgraded_with_every_row_as_it_was()
    {
        OldDatabase.Write(_path);
        var before = Rows(_path);

        Open();

        using var connection = OldDatabase.Open(_path);
        Assert.That(connection.ExecuteScalar<long>("SELECT MAX(version) FROM schema_version"), Is.EqualTo(Migrations.Newest));
        Assert.That(connection.ExecuteScalar<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
        foreach (var (table, (columns, rows)) in before)
        {
            var kept = columns.Intersect(OldDatabase.Columns(_path, table)).ToList();
            Assert.That(kept, Is.EqualTo(columns.Where(column => NowOf(table, column) == column)), $"columns of {table}");
            Assert.That(OldDatabase.Read(_path, table, [.. columns.Select(column => NowOf(table, column))]), Is.EqualTo(rows), table);
        }
    }

    [Test]
    public void Upgrade_to_accounts_keeps_every_row_of_every_table_and_takes_each_address_for_an_account()
    {
        OldDatabase.WriteSixth(_path);
        var tables = AllTables();
        var before = tables.ToDictionary(table => table, table => (Columns: OldDatabase.Columns(_path, table), Rows: OldDatabase.Read(_path, table, OldDatabase.Columns(_path, table))));
        Assert.That(before.Where(table => table.Value.Rows.Count == 0).Select(table => table.Key), Is.Empty, "every table has rows");

        Open();

        foreach (var (table, (columns, rows)) in before)
        {
            Assert.That(OldDatabase.Read(_path, table, [.. columns.Select(column => NowOf(table, column))]), Is.EqualTo(rows), table);
        }

        using var connection = OldDatabase.Open(_path);
        Assert.That(connection.ExecuteScalar<long>("SELECT COUNT(*) FROM attempts WHERE account <> address"), Is.Zero);
        Assert.That(connection.ExecuteScalar<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
    }

    [Test]
    public void Orders_traced_by_an_older_version_say_by_what_and_how_surely_in_today_s_words()
    {
        OldDatabase.Write(_path);
        using (var connection = OldDatabase.Open(_path))
        {
            connection.Execute(
                """
                INSERT INTO orders SELECT network, 'r2', order_id, account, owner_id, group_id, NULL, 'sub_union_id', item_id, title, quantity, returned, status, status_code, ordered_at,
                    finished_at, modified_at, estimated_base_fen, estimated_fee_fen, actual_base_fen, actual_fee_fen, commission_bp, sales_fen, commission_fen, counts, 'mama-1', NULL, raw FROM orders;
                INSERT INTO orders SELECT network, 'r3', order_id, account, owner_id, NULL, NULL, 'none', item_id, title, quantity, returned, status, status_code, ordered_at,
                    finished_at, modified_at, estimated_base_fen, estimated_fee_fen, actual_base_fen, actual_fee_fen, commission_bp, sales_fen, commission_fen, counts, NULL, NULL, raw FROM orders WHERE row_id = 'r2';
                """);
        }

        Open();

        Assert.That(
            OldDatabase.Read(_path, "orders", ["row_id", "attribution", "confidence", "sub_id"]),
            Is.EqualTo(new[] { "r1|link|100|mama-1_aaaaaaaaaaa", "r2|sub_id|100|mama-1", "r3|none|0|" }));
    }

    [Test]
    public async Task Service_goes_on_with_a_database_of_the_version_before_where_it_stopped()
    {
        OldDatabase.WriteSixth(_path);

        using var stage = new SqliteStage(_path);
        await stage.Recovery.EndLeasesAsync(default);
        var leased = await stage.Outbox.LeaseDueAsync(DateTimeOffset.FromUnixTimeMilliseconds(1780275800000), TimeSpan.FromMinutes(2), 64, default);

        Assert.That(leased.Where(post => post.Adapter == "wecom").Select(post => $"{post.PostId} {post.Account}"), Is.EqualTo(new[] { "planned robot-0" }), "robot-1 is stopped still");
        Assert.That(stage.Query<string>("SELECT post_id FROM posts WHERE state = 'unknown' AND adapter = 'wecom' ORDER BY 1"), Is.EqualTo(new[] { "sending", "unknown" }));
        Assert.That(await stage.Outbox.CountAttemptsAsync(new AccountKey("wecom", "robot-3"), DateTimeOffset.UnixEpoch, default), Is.EqualTo(1));
    }

    [Test]
    public async Task Orders_of_before_open_the_books_as_the_owners_and_go_on_from_there()
    {
        OldDatabase.WriteSixth(_path);

        using var stage = new SqliteStage(_path);
        var commission = stage.One<long>("SELECT SUM(commission_fen) FROM orders WHERE status IN ('paid', 'confirmed', 'settled')");

        var balances = await stage.Ledger.MovementsAsync(null, null, null, default);
        Assert.That(commission, Is.Positive);
        Assert.That(balances.Where(movement => movement.Account.Party == LedgerParty.Owner).Sum(movement => movement.Amount.Fen), Is.EqualTo(commission));
        Assert.That(balances.Sum(movement => movement.Amount.Fen), Is.Zero);
        Assert.That((await stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences, Is.Empty);

        var (rowId, account) = stage.One<(string, string)>("SELECT row_id, account FROM orders WHERE status IN ('paid', 'confirmed', 'settled') AND commission_fen > 0 LIMIT 1");
        var refunded = Some.Attributed(Some.Order(rowId, OrderStatus.Invalid, modifiedAt: Some.Morning.AddYears(1)));
        await stage.Orders.SaveAsync(new OrderBatch { Network = "jd", Account = account, Orders = [refunded], SeenAt = Some.Morning.AddYears(1) }, default);

        Assert.That((await stage.LedgerAudit.RunAsync(null, _ => { }, default)).Differences, Is.Empty);
        Assert.That(stage.Query<string>("SELECT kind FROM ledger_transactions ORDER BY transaction_id DESC LIMIT 1").Single(), Is.AnyOf("order", "claw_back"));
    }

    [Test]
    public void Copy_of_the_old_state_is_kept_and_is_whole()
    {
        OldDatabase.Write(_path);
        var before = Rows(_path);

        Open();

        var copy = UpgradeCopy.PathFor(_path, OldDatabase.Version);
        Assert.That(Rows(copy), Is.EqualTo(before));
        Assert.That(SqliteFile.SchemaVersion(copy), Is.EqualTo(OldDatabase.Version));
        Assert.That(Directory.GetFiles(_folder.Path, "*.tmp*"), Is.Empty);
    }

    [Test]
    public void No_copy_is_made_of_a_new_database_or_of_one_that_is_up_to_date()
    {
        Open();
        Open();

        Assert.That(Directory.GetFiles(_folder.Path, "*.bak"), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Database_of_a_newer_version_is_refused_and_not_one_byte_is_changed(bool inUseWhenKilled)
    {
        Open();
        using (var connection = OldDatabase.Open(_path))
        {
            connection.Execute("INSERT INTO schema_version VALUES (9999); CREATE TABLE of_the_future (x TEXT)");
            if (inUseWhenKilled)
            {
                CopyAsAfterCrash();
            }
        }

        if (inUseWhenKilled)
        {
            PutBackCrashed();
        }

        // The index of the log, -shm, is no data: whoever reads a log that a crash left rebuilds it.
        var before = Contents().Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)).ToDictionary();
        var refusal = Assert.Throws<NewerSchemaException>(() => Open());

        Assert.That(refusal.Reason.Zh, Does.Contain("9999").And.Contain("升级"));
        Assert.That(Contents().Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)).ToDictionary(), Is.EqualTo(before));
        if (!inUseWhenKilled)
        {
            Assert.That(Directory.GetFiles(_folder.Path), Has.Length.EqualTo(1), "nothing was put beside it");
        }
    }

    [Test]
    public void Step_that_fails_half_way_leaves_the_database_as_it_was()
    {
        OldDatabase.Write(_path);
        var before = Rows(_path);
        using (var connection = OldDatabase.Open(_path))
        {
            IReadOnlyList<(long, string)> steps = [(1, ""), (2, "CREATE TABLE fresh (x TEXT); DELETE FROM orders"), (3, "DROP TABLE clicks; SELECT no_such_function()")];

            Assert.That(() => Migrations.Apply(connection, steps), Throws.TypeOf<SqliteException>());
        }

        Assert.That(Rows(_path), Is.EqualTo(before));
        Assert.That(SqliteFile.SchemaVersion(_path), Is.EqualTo(OldDatabase.Version));
        Assert.That(OldDatabase.Columns(_path, "fresh"), Is.Empty);
    }

    [Test]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        using (var connection = OldDatabase.Open(_path))
        {
            connection.Execute("CREATE TABLE bookmarks (url TEXT)");
        }

        var before = Contents();
        var refusal = Assert.Throws<StorageFaultException>(() => Open());

        Assert.That(refusal.Reason.Zh, Does.Contain("别的程序的数据库"));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [TestCase("这不是数据库，只是一些文字，长到足够做一个文件头，再长一点，再长一点，再长一点，再长一点")]
    [TestCase("x")]
    public void File_that_is_no_database_is_refused_in_words_and_left_alone(string content)
    {
        File.WriteAllText(_path, content);

        var refusal = Assert.Throws<StorageFaultException>(() => Open());

        Assert.That(refusal.Reason.Zh, Does.Contain(_path).And.Contain("dealbot restore"));
        Assert.That(File.ReadAllText(_path), Is.EqualTo(content));
    }

    private void Open() => SqliteDatabase.Open(new StorageOptions { Path = _path, SyncEveryCommit = false }).Dispose();

    private List<string> AllTables()
    {
        using var connection = OldDatabase.Open(_path);
        return [.. connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_version'")];
    }

    private static Dictionary<string, (IReadOnlyList<string> Columns, IReadOnlyList<string> Rows)> Rows(string path) =>
        OldDatabase.Tables.ToDictionary(table => table, table =>
        {
            var columns = OldDatabase.Columns(path, table);
            return (columns, OldDatabase.Read(path, table, columns));
        });

    private Dictionary<string, string> Contents() =>
        Directory.GetFiles(_folder.Path).ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(path)));

    private void CopyAsAfterCrash()
    {
        File.Copy(_path, _path + ".crashed");
        File.Copy(_path + "-wal", _path + ".crashed-wal");
    }

    /// <summary>Where a column of an older version is found now.</summary>
    private static string NowOf(string table, string column) => (table, column) switch
    {
        ("orders", "raw") => FirstVersion,
        ("accounts", "address") => "account",
        ("orders" or "post_deals", "sub_union_id") => "sub_id",
        _ => column,
    };

    private void PutBackCrashed()
    {
        File.Move(_path + ".crashed", _path, overwrite: true);
        File.Move(_path + ".crashed-wal", _path + "-wal", overwrite: true);
    }
}
