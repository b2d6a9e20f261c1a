using System.IO.Compression;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Groups;
using DealBot.Core.Posting;
using DealBot.Storage.Backups;
using DealBot.Storage.Sqlite;
using DealBot.Storage.Tests.Sqlite;

namespace DealBot.Storage.Tests.Backups;

/// <summary>A backup made while the database is in use, and what a restore of it leaves.</summary>
public sealed class BackupTests
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private TempFolder _folder = null!;
    private SqliteStage _stage = null!;
    private string _backup = "";

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _stage = new SqliteStage(_folder.File("data/dealbot.db"));
        _backup = _folder.File("backup.zip");
    }

    [TearDown]
    public void TearDown()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Backup_made_while_a_service_writes_says_what_is_in_it_and_comes_back_whole()
    {
        await PlanAsync("sent", Now.AddHours(-1));
        await PlanAsync("open", Now.AddHours(1));
        await _stage.Clicks.SeedAsync([Some.Click(), Some.Click(visitor: "v2")]);

        var manifest = Make();
        await PlanAsync("later", Now.AddHours(2));

        Assert.That((manifest.Posts, manifest.Clicks, manifest.Orders, manifest.Schema), Is.EqualTo((2L, 2L, 0L, Migrations.Newest)));
        _stage.Dispose();
        var result = Restore.Run(_backup, _stage.Path, Now, static _ => { });
        using var again = new SqliteStage(_stage.Path);
        Assert.That(again.Query<string>("SELECT post_id FROM posts ORDER BY post_id"), Is.EqualTo(new[] { "open", "sent" }));
        Assert.That(again.One<long>("SELECT COUNT(*) FROM clicks"), Is.EqualTo(2));
        using var aside = OldDatabase.Open(result.Aside!);
        Assert.That(aside.ExecuteScalar<long>("SELECT COUNT(*) FROM posts"), Is.EqualTo(3), "what was there is kept");
    }

    /// <summary>Without it, the next command to end takes itself for the last that has the database open, and deletes the log that the service goes on writing.</summary>
    [Test]
    [Platform("Linux")]
    public void Backup_made_by_the_service_itself_leaves_it_its_lock_on_the_database()
    {
        var before = Locks();
        Assume.That(before, Is.Not.Empty, "the system tells of no locks");

        Make();

        Assert.That(Locks(), Is.EqualTo(before));
    }

    [Test]
    public async Task Backup_can_be_read_by_its_owner_only_and_leaves_nothing_beside_it()
    {
        await PlanAsync("p1", Now);

        Make();

        Assert.That(Directory.GetFiles(_folder.Path), Is.EqualTo(new[] { _backup }));
        Assert.That(OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(_backup), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Pictures_of_posts_yet_to_be_sent_are_in_it_and_others_are_not()
    {
        WritePicture("posters/open.jpg");
        WritePicture("posters/old.jpg");
        await _stage.Outbox.PlanAsync(Some.Post("open", Now.AddHours(1)) with { Messages = [StoredMessage.OfImage("posters/open.jpg")] }, default);

        Make();
        _stage.Dispose();
        File.Delete(_folder.File("data/posters/open.jpg"));
        Restore.Run(_backup, _stage.Path, Now, static _ => { });

        Assert.That(Names(), Is.EquivalentTo(new[] { "backup.json", "dealbot.db", "posters/open.jpg" }));
        Assert.That(File.ReadAllText(_folder.File("data/posters/open.jpg")), Is.EqualTo("picture of posters/open.jpg"));
    }

    [Test]
    public void Clicks_that_wait_for_the_database_come_along_and_later_ones_are_not_written_over()
    {
        WritePicture("clicks/a.000000.clicks");
        WritePicture("clicks/b.000000.clicks");
        using var held = new FileStream(_folder.File("data/clicks/b.000000.clicks"), FileMode.Open, FileAccess.Write, FileShare.Read);

        Make();
        _stage.Dispose();
        held.Dispose();
        File.Delete(_folder.File("data/clicks/a.000000.clicks"));
        File.AppendAllText(_folder.File("data/clicks/b.000000.clicks"), " and later ones");
        Restore.Run(_backup, _stage.Path, Now, static _ => { });

        Assert.That(File.ReadAllText(_folder.File("data/clicks/a.000000.clicks")), Is.EqualTo("picture of clicks/a.000000.clicks"));
        Assert.That(File.ReadAllText(_folder.File("data/clicks/b.000000.clicks")), Does.EndWith("and later ones"));
        Assert.That(Directory.GetFileSystemEntries(_folder.Path, "*.tmp*"), Is.Empty);
    }

    [Test]
    public async Task Posts_that_may_have_gone_out_since_the_backup_do_not_go_out_again()
    {
        await PlanAsync("due-before", Now.AddMinutes(5));
        await PlanAsync("sending", Now.AddMinutes(-1));
        await PlanAsync("due-after", Now.AddHours(3));
        var leased = (await _stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 9, default)).Single();
        await _stage.Outbox.BeginSendAsync(leased, 0, Now, default);
        Make();
        _stage.Dispose();

        var result = Restore.Run(_backup, _stage.Path, Now.AddHours(1), static _ => { });

        using var again = new SqliteStage(_stage.Path);
        Assert.That((result.Unknown, result.Skipped), Is.EqualTo((1, 1)));
        Assert.That(
            again.Query<string>("SELECT post_id || ' ' || state || ' ' || COALESCE(reason_code, '') FROM posts ORDER BY post_id"),
            Is.EqualTo(new[] { "due-after planned ", "due-before skipped restored", "sending unknown restored" }));
        Assert.That(await again.Outbox.LeaseDueAsync(Now.AddHours(1).AddMinutes(10), TimeSpan.FromMinutes(2), 9, default), Is.Empty);
    }

    [Test]
    public async Task Post_that_was_sent_in_part_before_the_backup_is_unknown_and_nothing_more_of_it_goes_out_by_itself()
    {
        await _stage.Outbox.PlanAsync(
            Some.Post("part", Now.AddMinutes(-1)) with { Messages = [StoredMessage.OfText("a"), StoredMessage.OfText("b"), StoredMessage.OfText("c")] }, default);
        var leased = (await _stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 9, default)).Single();
        await _stage.Outbox.BeginSendAsync(leased, 0, Now, default);
        await _stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Sent(null), Now, default);
        Make();
        _stage.Dispose();

        Restore.Run(_backup, _stage.Path, Now.AddMinutes(1), static _ => { });

        using var again = new SqliteStage(_stage.Path);
        var unknown = (await again.Recovery.UnknownAsync(default)).Single();
        Assert.That((unknown.PostId, unknown.Index), Is.EqualTo(("part", 1)), "its owner is told");
        await again.Recovery.SettleAsync(unknown, new DeliveryProof.Delivered(null), Now.AddMinutes(1), default);
        Assert.That(await again.Outbox.LeaseDueAsync(Now.AddMinutes(1), TimeSpan.FromMinutes(2), 9, default), Is.Empty, "the third may have gone out too");
    }

    [Test]
    public async Task Digest_that_went_out_since_the_backup_does_not_go_out_again_and_the_plan_goes_on_from_now()
    {
        await _stage.State.SetAsync("laid_until", $"{Now.AddHours(-1).ToUnixTimeMilliseconds()}", default);
        await _stage.Outbox.PlanAsync(Some.Post("digest.li_20260531", Now.AddHours(-11)) with { Kind = PostKind.Digest, GroupId = null }, default);
        await _stage.Outbox.PlanAsync(Some.Post("digest.li_20260531_083000000", Now.AddMinutes(-30)) with { Kind = PostKind.Digest, GroupId = null }, default);
        Make();
        _stage.Dispose();

        Restore.Run(_backup, _stage.Path, Now.AddHours(14), static _ => { });

        using var again = new SqliteStage(_stage.Path);
        Assert.That(again.Query<string>("SELECT post_id FROM posts WHERE due_at > @now", new { now = Now.ToUnixTimeMilliseconds() }), Is.EqualTo(new[] { "digest.li_20260601" }));
        Assert.That(again.One<string>("SELECT value FROM state WHERE name = 'laid_until'"), Is.EqualTo($"{Now.AddHours(14).ToUnixTimeMilliseconds()}"));
    }

    [Test]
    public async Task Task_that_waits_for_its_confirmation_goes_on_waiting_and_what_was_asked_of_the_bot_is_not_answered_again()
    {
        await PlanAsync("task", Now.AddMinutes(-1));
        var leased = (await _stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 9, default)).Single();
        await _stage.Outbox.BeginSendAsync(leased, 0, Now, default);
        await _stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Awaiting("task-7", Some.Phrase), Now, default);
        await _stage.Inbox.KeepAsync(new ChatRequest(new ChatKey("onebot", "mama", "e1"), Now, "m-1", "找 纸尿裤", false, false), default);
        await _stage.Pauses.PauseAsync(new GroupPause("mama-1", Now, null), default);
        await _stage.Members.CountAsync("mama-1", new DateOnly(2026, 6, 1), 480, default);
        Make();
        _stage.Dispose();

        Restore.Run(_backup, _stage.Path, Now.AddMinutes(1), static _ => { });

        using var again = new SqliteStage(_stage.Path);
        Assert.That((await again.Confirmations.ListAsync(default)).Single().TaskId, Is.EqualTo("task-7"));
        Assert.That(await again.Outbox.LeaseDueAsync(Now.AddMinutes(1), TimeSpan.FromMinutes(2), 9, default), Is.Empty);
        Assert.That(await again.Inbox.OpenAsync(default), Is.Empty, "answered since the backup was made, or stale");
        Assert.That(await again.Inbox.KnowsAsync(new ChatKey("onebot", "mama", "e1"), default), Is.True);
        Assert.That(again.Query<string>("SELECT text FROM chat_events WHERE text IS NOT NULL"), Is.Empty);
        Assert.That((await again.Pauses.ListAsync(Now, default)).Keys, Is.EqualTo(new[] { "mama-1" }));
        Assert.That(again.One<long>("SELECT members FROM member_days"), Is.EqualTo(480));
    }

    [Test]
    public void Restore_while_a_service_runs_is_refused_and_changes_nothing()
    {
        Make();
        var before = File.ReadAllBytes(_stage.Path);
        using (ServiceLock.TryTake(_stage.Path))
        {
            var refusal = Assert.Throws<StorageFaultException>(() => Restore.Run(_backup, _stage.Path, Now, static _ => { }));

            Assert.That(refusal.Reason.Zh, Does.Contain("先停掉服务"));
        }

        Assert.That(File.ReadAllBytes(_stage.Path), Is.EqualTo(before));
    }

    [TestCase(0.3)]
    [TestCase(0.6)]
    [TestCase(0.9)]
    public async Task Backup_of_which_bytes_were_changed_is_refused_and_the_database_stays(double where)
    {
        await PlanAsync("p1", Now);
        Make();
        _stage.Dispose();
        var bytes = File.ReadAllBytes(_backup);

        // Some, since a single one may hit what the compression never uses, and then the content is whole.
        foreach (ref var changed in bytes.AsSpan((int)(bytes.Length * where), 32))
        {
            changed ^= 0x55;
        }

        File.WriteAllBytes(_backup, bytes);
        var before = File.ReadAllBytes(_stage.Path);

        Assert.That(() => Restore.Run(_backup, _stage.Path, Now, static _ => { }), Throws.TypeOf<StorageFaultException>());

        Assert.That(File.ReadAllBytes(_stage.Path), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(_folder.File("data")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "dealbot.db", "dealbot.db.lock" }));
    }

    [TestCase("not a backup")]
    [TestCase("")]
    public void File_that_is_no_backup_is_refused_in_words(string content)
    {
        File.WriteAllText(_backup, content);

        var refusal = Assert.Throws<StorageFaultException>(() => Restore.Run(_backup, _stage.Path, Now, static _ => { }));

        Assert.That(refusal.Reason.Zh, Does.Contain("不是 dealbot 的备份"));
    }

    [Test]
    public void Backup_of_a_newer_version_is_refused()
    {
        using (var connection = OldDatabase.Open(_stage.Path))
        {
            connection.Execute("INSERT INTO schema_version VALUES (9999)");
        }

        Assert.That(Make, Throws.TypeOf<NewerSchemaException>());
    }

    [Test]
    public void Copy_kept_before_an_upgrade_can_be_restored_as_it_is()
    {
        var old = _folder.File("old.db");
        OldDatabase.Write(old);
        _stage.Dispose();

        var result = Restore.Run(old, _stage.Path, Some.Shanghai("2026-06-02 09:00"), static _ => { });

        Assert.That(result.Skipped, Is.EqualTo(1));
        using var again = new SqliteStage(_stage.Path);
        Assert.That(again.One<long>("SELECT COUNT(*) FROM orders"), Is.EqualTo(1));
        Assert.That(File.Exists(old), Is.True);
    }

    [Test]
    public async Task Restore_of_a_damaged_database_keeps_it_aside_with_its_log()
    {
        await PlanAsync("p1", Now);
        Make();
        _stage.Dispose();
        File.WriteAllText(_stage.Path, "rubbish that was a database");
        File.WriteAllText(_stage.Path + "-wal", "rubbish that was its log");

        var result = Restore.Run(_backup, _stage.Path, Now.AddMinutes(-1), static _ => { });

        Assert.That(File.ReadAllText(result.Aside!), Does.StartWith("rubbish"));
        Assert.That(File.Exists(_stage.Path + "-wal"), Is.False, "no log of another database beside the restored one");
        using var again = new SqliteStage(_stage.Path);
        Assert.That(again.One<long>("SELECT COUNT(*) FROM posts"), Is.EqualTo(1));
    }

    [Test]
    public async Task Restore_cut_off_between_two_renames_is_ended_at_the_next_start()
    {
        await PlanAsync("p1", Now);
        Make();
        _stage.Dispose();
        Restore.Run(_backup, _stage.Path, Now.AddMinutes(-1), static _ => { });
        File.Move(_stage.Path, _stage.Path + ".restored");
        File.WriteAllText(_stage.Path + "-wal", "log of the former database");

        using var again = new SqliteStage(_stage.Path);

        Assert.That(again.One<long>("SELECT COUNT(*) FROM posts"), Is.EqualTo(1));
        Assert.That(File.Exists(_stage.Path + ".restored"), Is.False);
    }

    [Test]
    public void Names_inside_a_backup_can_not_lead_out_of_the_data_folder()
    {
        Make();
        using (var zip = ZipFile.Open(_backup, ZipArchiveMode.Update))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry("backup.json")!.Open()))
            {
                text = reader.ReadToEnd();
            }

            zip.GetEntry("backup.json")!.Delete();
            const string hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
            using (var writer = new StreamWriter(zip.CreateEntry("backup.json").Open()))
            {
                writer.Write(text.Replace("\"files\": {", $"\"files\": {{ \"../escaped\": \"{hash}\", \"posters/../../escaped\": \"{hash}\", \"config/groups.json\": \"{hash}\",", StringComparison.Ordinal));
            }

            foreach (var name in new[] { "../escaped", "posters/../../escaped", "config/groups.json" })
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write("hello");
            }
        }

        _stage.Dispose();
        Restore.Run(_backup, _stage.Path, Now, static _ => { });

        Assert.That(Directory.GetFiles(_folder.Path, "escaped", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Directory.Exists(_folder.File("data/config")), Is.False);
    }

    [Test]
    public void Full_disk_leaves_no_half_backup_and_the_old_one_as_it_was()
    {
        using var disk = SmallDisk.Mount(kilobytes: 256);
        File.WriteAllText(disk.File("backup.zip"), "yesterday's");
        disk.Fill();

        Assert.That(
            () => Backup.Write(_stage.Path, disk.File("backup.zip"), Now, static _ => { }, default),
            Throws.TypeOf<StorageFaultException>().Or.InstanceOf<IOException>());

        Assert.That(File.ReadAllText(disk.File("backup.zip")), Is.EqualTo("yesterday's"));
        Assert.That(Directory.GetFiles(disk.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "backup.zip", "filler" }));
    }

    private BackupManifest Make() => Backup.Write(_stage.Path, _backup, Now, static _ => { }, default);

    /// <summary>The locks of this process on the database, as the system tells them of each file that is open.</summary>
    private List<string> Locks() =>
    [
        .. Directory.GetFiles("/proc/self/fd").Where(file => new FileInfo(file).LinkTarget == _stage.Path)
            .SelectMany(file => File.ReadLines($"/proc/self/fdinfo/{Path.GetFileName(file)}"))
            .Where(line => line.StartsWith("lock:", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 1)..]).Distinct(),
    ];

    private Task PlanAsync(string id, DateTimeOffset at) => _stage.Outbox.PlanAsync(Some.Post(id, at), default);

    private List<string> Names()
    {
        using var zip = ZipFile.OpenRead(_backup);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private void WritePicture(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File($"data/{name}"))!);
        File.WriteAllText(_folder.File($"data/{name}"), $"picture of {name}");
    }
}
