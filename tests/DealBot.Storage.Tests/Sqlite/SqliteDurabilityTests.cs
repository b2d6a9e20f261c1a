using Dapper;
using DealBot.Core.Clicks;
using DealBot.Core.Metrics;
using DealBot.Core.Posting;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>What is on the disk after a crash, a restart, or with many hands at once.</summary>
public sealed class SqliteDurabilityTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private TempFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TempFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Everything_is_there_after_the_file_is_closed_and_opened_again()
    {
        using (var stage = new SqliteStage(_folder.File("a.db")))
        {
            await stage.Outbox.PlanAsync(Some.Post() with { Deals = [Some.PlannedDeal()] }, default);
            await stage.Catalog.RecordAsync([Some.Deal()], default);
            await stage.Clicks.SeedAsync([Some.Click()]);
            await stage.State.SetAsync("key", "value", default);
        }

        using var again = new SqliteStage(_folder.File("a.db"));
        Assert.That(await again.Outbox.PlanAsync(Some.Post(), default), Is.False);
        Assert.That((await again.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 9, default)).Single().PostId, Is.EqualTo("p1"));
        Assert.That((await again.Catalog.LoadAsync(Now, default)).Select(seen => seen.Deal), Is.EqualTo(new[] { Some.Deal() }));
        Assert.That((await again.Metrics.HourlyAsync(["mama-1"], Now, Now.AddHours(1), default)).Single().Figures.Clicks, Is.EqualTo(1));
        Assert.That(await again.State.GetAsync("key", default), Is.EqualTo("value"));
    }

    [Test]
    public async Task What_was_committed_survives_a_crash_and_what_was_not_is_gone_whole()
    {
        using var stage = new SqliteStage(_folder.File("a.db"));
        await stage.State.SetAsync("committed", "yes", default);
        await stage.Outbox.PlanAsync(Some.Post("committed"), default);

        await stage.Database.WriteAsync(
            (connection, transaction) =>
            {
                // More than the page cache holds, so that frames of the open transaction are in the log when it is copied.
                var ballast = new string('x', 200_000);
                for (var i = 0; i < 400; i++)
                {
                    connection.Execute("INSERT INTO state (name, value) VALUES (@name, @ballast)", new { name = $"open {i}", ballast }, transaction);
                }

                CopyAsAfterCrash(stage.Path, _folder.File("crashed.db"));
                return 0;
            },
            default);

        Assert.That(new FileInfo(_folder.File("crashed.db-wal")).Length, Is.GreaterThan(4_000_000), "the open transaction is in the copied log");
        using var crashed = new SqliteStage(_folder.File("crashed.db"));
        Assert.That(crashed.Query<string>("SELECT name FROM state"), Is.EqualTo(new[] { "committed" }));
        Assert.That(await crashed.Outbox.ExistsAsync("committed", default), Is.True);
        Assert.That(crashed.One<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
    }

    [Test]
    public async Task A_crash_while_sending_leaves_a_post_that_becomes_unknown()
    {
        using var stage = new SqliteStage(_folder.File("a.db"));
        await stage.Outbox.PlanAsync(Some.Post(), default);
        var leased = (await stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 9, default)).Single();
        await stage.Outbox.BeginSendAsync(leased, 0, Now, default);
        CopyAsAfterCrash(stage.Path, _folder.File("crashed.db"));

        using var crashed = new SqliteStage(_folder.File("crashed.db"));
        var taken = await crashed.Outbox.LeaseDueAsync(Now.AddMinutes(3), TimeSpan.FromMinutes(2), 9, default);

        Assert.That(taken, Is.Empty);
        Assert.That(crashed.One<string>("SELECT state FROM posts"), Is.EqualTo("unknown"));
    }

    [Test]
    public async Task Work_that_throws_leaves_nothing_and_the_database_usable()
    {
        using var stage = new SqliteStage(_folder.File("a.db"));

        Assert.That(
            async () => await stage.Database.WriteAsync<int>(
                (connection, transaction) =>
                {
                    connection.Execute("INSERT INTO state (name, value) VALUES ('half', 'done')", transaction: transaction);
                    throw new InvalidOperationException("half-way");
                },
                default),
            Throws.InvalidOperationException.With.Message.EqualTo("half-way"));

        Assert.That(await stage.State.GetAsync("half", default), Is.Null);
        await stage.State.SetAsync("after", "works", default);
        Assert.That(await stage.State.GetAsync("after", default), Is.EqualTo("works"));
    }

    [Test]
    public void A_database_of_a_newer_version_is_refused_with_advice_and_left_untouched()
    {
        using (var stage = new SqliteStage(_folder.File("a.db")))
        {
            stage.Query<long>("INSERT INTO schema_version (version) VALUES (999) RETURNING version");
        }

        var refusal = Assert.Throws<NewerSchemaException>(() => SqliteDatabase.Open(new StorageOptions { Path = _folder.File("a.db") }));

        Assert.That(refusal!.Reason.Zh, Does.Contain("999").And.Contain("升级"));
        Assert.That(refusal.Reason.En, Does.Contain("999").And.Contain("upgrade"));
        Assert.That(() => File.Move(_folder.File("a.db"), _folder.File("b.db")), Throws.Nothing);
    }

    [Test]
    public void Opening_again_does_not_repeat_the_migrations()
    {
        for (var i = 0; i < 3; i++)
        {
            using var stage = new SqliteStage(_folder.File("a.db"));
            Assert.That(stage.Query<long>("SELECT version FROM schema_version"), Is.Unique.And.Ordered.And.Member(Migrations.Newest));
        }
    }

    [Test]
    public void Two_hosts_that_open_a_fresh_file_at_once_make_its_tables_once()
    {
        var stages = new SqliteStage[4];
        Parallel.For(0, stages.Length, i => stages[i] = new SqliteStage(_folder.File("a.db")));

        Assert.That(stages[0].Query<long>("SELECT version FROM schema_version"), Is.Unique.And.Ordered.And.Member(Migrations.Newest));
        Array.ForEach(stages, stage => stage.Dispose());
    }

    [Test]
    public void A_missing_folder_is_made()
    {
        using var stage = new SqliteStage(_folder.File(System.IO.Path.Combine("deep", "er", "a.db")));

        Assert.That(File.Exists(stage.Path), Is.True);
    }

    [Test]
    public void By_default_every_commit_waits_for_the_disk()
    {
        using var database = SqliteDatabase.Open(new StorageOptions { Path = _folder.File("a.db") });

        const int full = 2;
        Assert.That(database.ReadAsync(connection => connection.ExecuteScalar<long>("PRAGMA synchronous"), default).Result, Is.EqualTo(full));
        Assert.That(database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode"), default).Result, Is.EqualTo("wal"));
    }

    [Test]
    public async Task Writers_and_readers_side_by_side_lose_nothing_and_see_whole_transactions()
    {
        using var stage = new SqliteStage();
        const int writers = 4;
        const int batches = 25;
        const int batch = 4;

        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 150; i++)
            {
                var hours = await stage.Metrics.HourlyAsync(["mama-1"], Now, Now.AddHours(1), default);
                Assert.That(Figures.Sum(hours.Select(hour => hour.Figures)).Clicks % batch, Is.Zero, "half a batch was seen");
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < batches; i++)
            {
                Click[] clicks = [.. Enumerable.Range(0, batch).Select(n => Some.Click(visitor: $"{writer}-{i}-{n}"))];
                await stage.Clicks.SeedAsync(clicks);
            }
        })));
        await Task.WhenAll(reading);

        var figures = (await stage.Metrics.HourlyAsync(["mama-1"], Now, Now.AddHours(1), default)).Single().Figures;
        Assert.That((figures.Clicks, figures.Visitors), Is.EqualTo((writers * batches * batch, writers * batches * batch)));
    }

    [Test]
    public async Task Of_two_hosts_on_one_file_only_one_plans_a_slot()
    {
        using var first = new SqliteStage(_folder.File("a.db"));
        using var second = new SqliteStage(_folder.File("a.db"));
        IOutbox[] outboxes = [first.Outbox, second.Outbox];

        for (var i = 0; i < 20; i++)
        {
            var post = Some.Post($"p{i}");
            var planned = await Task.WhenAll(outboxes.Select(outbox => Task.Run(() => outbox.PlanAsync(post, default))));
            Assert.That(planned.Count(won => won), Is.EqualTo(1));
        }
    }

    private static void CopyAsAfterCrash(string from, string to)
    {
        File.Copy(from, to);
        File.Copy(from + "-wal", to + "-wal");
    }
}
