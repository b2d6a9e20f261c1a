using Dapper;
using DealBot.Core.Configuration;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>What is on the disk, and what is said, when the disk or the file does not play along.</summary>
public sealed class StorageFaultTests
{
    private readonly RecordedLog _log = new();

    [SetUp]
    public void Forget() => _log.Lines.Clear();

    [Test]
    public async Task Full_disk_refuses_writes_whole_is_told_once_and_passes_by_itself()
    {
        using var disk = SmallDisk.Mount(kilobytes: 4096);
        using var database = Open(disk.File("dealbot.db"));
        await WriteAsync(database, "before", 10);
        disk.Fill();

        var kept = 0;
        Assert.That(
            async () =>
            {
                for (; kept < 1000; kept++)
                {
                    await WriteAsync(database, $"pair{kept}", 8_000);
                }
            },
            Throws.TypeOf<SqliteException>());
        Assert.That(async () => await WriteAsync(database, "again", 8_000), Throws.TypeOf<SqliteException>());

        Assert.That(database.Trouble?.Code, Is.EqualTo("full"));
        Assert.That(await CountAsync(database, "pair%"), Is.EqualTo(kept * 2), "a transaction is there whole or not at all");
        Assert.That(_log.Lines.Count(line => line.Id == 4001), Is.EqualTo(1), "told once, not at every try");
        Assert.That(_log.Lines.Single().Text, Does.Contain("the disk is full"));

        disk.MakeRoom();
        await WriteAsync(database, "after", 10);

        Assert.That(database.Trouble, Is.Null);
        Assert.That(_log.Lines[^1].Id, Is.EqualTo(4002));
        Assert.That(await CountAsync(database, "%"), Is.EqualTo((kept * 2) + 4));
        Assert.That(await database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA integrity_check"), default), Is.EqualTo("ok"));
    }

    [Test]
    public async Task Read_only_disk_at_the_start_is_told_and_nothing_is_lost_by_it()
    {
        using var disk = SmallDisk.Mount(kilobytes: 4096);
        using (var database = Open(disk.File("dealbot.db")))
        {
            await WriteAsync(database, "before", 10);
        }

        disk.Remount(readOnly: true);
        var refusal = Assert.Throws<StorageFaultException>(() => Open(disk.File("dealbot.db")));
        disk.Remount(readOnly: false);

        Assert.That(refusal.Reason.Zh, Does.Contain("只读").Or.Contain("打不开"));
        using var again = Open(disk.File("dealbot.db"));
        Assert.That(await CountAsync(again, "before%"), Is.EqualTo(2));
    }

    [Test]
    public void Full_disk_at_the_start_is_told_in_words()
    {
        using var disk = SmallDisk.Mount(kilobytes: 512);
        disk.Fill();

        var refusal = Assert.Throws<StorageFaultException>(() => Open(disk.File("dealbot.db")));

        Assert.That(refusal.Reason.Zh, Does.Contain("磁盘满了").Or.Contain("磁盘出错"));
    }

    [Test]
    public void Upgrade_without_room_for_a_copy_is_refused_and_touches_nothing()
    {
        using var disk = SmallDisk.Mount(kilobytes: 2048);
        OldDatabase.Write(disk.File("dealbot.db"));
        var before = File.ReadAllBytes(disk.File("dealbot.db"));

        var refusal = Assert.Throws<StorageFaultException>(() => Open(disk.File("dealbot.db")));

        Assert.That(refusal.Reason.Zh, Does.Contain("清出空间"));
        Assert.That(File.ReadAllBytes(disk.File("dealbot.db")), Is.EqualTo(before));
    }

    [Test]
    public async Task Database_locked_by_another_program_is_told_and_passes_by_itself()
    {
        using var folder = new TempFolder();
        using var database = Open(folder.File("dealbot.db"), busySeconds: 1);
        using (var other = OldDatabase.Open(folder.File("dealbot.db")))
        {
            other.Execute("BEGIN IMMEDIATE");

            Assert.That(async () => await WriteAsync(database, "during", 10), Throws.TypeOf<SqliteException>());
            Assert.That(database.Trouble?.Code, Is.EqualTo("busy"));
            Assert.That(await CountAsync(database, "%"), Is.Zero, "reading goes on");
            other.Execute("COMMIT");
        }

        await WriteAsync(database, "after", 10);

        Assert.That(database.Trouble, Is.Null);
        Assert.That(_log.Lines.Select(line => line.Id), Is.EqualTo(new[] { 4001, 4002 }));
    }

    [Test]
    public async Task File_deleted_under_the_service_takes_no_more_writes_that_would_be_lost()
    {
        using var folder = new TempFolder();
        using var database = Open(folder.File("dealbot.db"));
        await WriteAsync(database, "before", 10);

        File.Delete(folder.File("dealbot.db"));

        Assert.That(async () => await WriteAsync(database, "lost", 10), Throws.TypeOf<SqliteException>());
        Assert.That(database.Trouble?.Code, Is.EqualTo("missing"));
        Assert.That(File.Exists(folder.File("dealbot.db")), Is.False, "no empty database in its place");
    }

    [Test]
    public void Damaged_page_is_told_at_the_start_with_what_to_do()
    {
        using var folder = new TempFolder();
        OldDatabase.Write(folder.File("dealbot.db"));
        using (var file = File.OpenWrite(folder.File("dealbot.db")))
        {
            file.Position = 100;
            file.Write(Enumerable.Repeat((byte)0xA5, 4000).ToArray());
        }

        var refusal = Assert.Throws<StorageFaultException>(() => Open(folder.File("dealbot.db")));

        Assert.That(refusal.Reason.Zh, Does.Contain("已损坏").And.Contain("dealbot restore"));
    }

    [Test]
    public void Folder_that_can_not_be_made_is_told_in_words()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("data"), "a file where the folder should be");

        var refusal = Assert.Throws<StorageFaultException>(() => Open(folder.File("data/dealbot.db")));

        Assert.That(refusal.Reason.Zh, Does.Contain($"{folder.File("data")} 是文件"));
    }

    private SqliteDatabase Open(string path, int busySeconds = 10) =>
        SqliteDatabase.Open(new StorageOptions { Path = path, SyncEveryCommit = false, BusySeconds = busySeconds }, _log);

    private static Task<int> WriteAsync(SqliteDatabase database, string name, int size) => database.WriteAsync(
        (connection, transaction) =>
        {
            var filler = new string('x', size);
            connection.Execute("INSERT INTO state VALUES (@name, @filler)", new { name = name + "-a", filler }, transaction);
            return connection.Execute("INSERT INTO state VALUES (@name, @filler)", new { name = name + "-b", filler }, transaction);
        },
        default);

    private static Task<long> CountAsync(SqliteDatabase database, string like) =>
        database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM state WHERE name LIKE @like", new { like }), default);

    private sealed class RecordedLog : ILogger
    {
        public List<(int Id, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((eventId.Id, formatter(state, exception)));
    }
}
