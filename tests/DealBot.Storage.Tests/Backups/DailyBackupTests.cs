using DealBot.Core.Notices;
using DealBot.Storage.Backups;
using DealBot.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage.Tests.Backups;

public sealed class DailyBackupTests
{
    private readonly TestClock _clock = new(Some.Morning);
    private readonly Told _told = new();

    private TempFolder _folder = null!;
    private SqliteStage _stage = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _stage = new SqliteStage(_folder.File("data/dealbot.db"));
        _clock.Now = Some.Morning;
        _told.Notices.Clear();
    }

    [TearDown]
    public void TearDown()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Latest_few_are_kept_and_files_of_others_are_left_alone()
    {
        Directory.CreateDirectory(_folder.File("backups"));
        File.WriteAllText(_folder.File("backups/dealbot-mine.zip"), "kept by hand");

        for (var day = 0; day < 4; day++)
        {
            await RunAsync(_folder.File("backups"));
            _clock.Now = _clock.Now.AddDays(1);
        }

        Assert.That(
            Directory.GetFiles(_folder.File("backups")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "dealbot-daily-20260603T010000Z.zip", "dealbot-daily-20260604T010000Z.zip", "dealbot-mine.zip" }));
    }

    /// <summary>Each is a copy of the whole database, keys and all, and no count of backups knew of it.</summary>
    [Test]
    public async Task What_a_backup_left_that_was_killed_goes_with_the_next()
    {
        Directory.CreateDirectory(_folder.File("backups/dealbot-daily-20260531T010000Z.zip.clicks.tmp"));
        foreach (var name in new[] { "daily-20260531T010000Z.zip.db.tmp", "daily-20260531T010000Z.zip.db.tmp-wal", "daily-20260530T010000Z.zip.tmp", "daily-20260530T010000Z.zip.sha256", "mine.zip.tmp" })
        {
            File.WriteAllText(_folder.File($"backups/dealbot-{name}"), "half");
        }

        await RunAsync(_folder.File("backups"));

        Assert.That(
            Directory.GetFileSystemEntries(_folder.File("backups")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "dealbot-daily-20260530T010000Z.zip.sha256", "dealbot-daily-20260601T010000Z.zip", "dealbot-mine.zip.tmp" }));
    }

    [Test]
    public async Task What_can_not_be_deleted_of_it_keeps_nobody_from_the_next()
    {
        Directory.CreateDirectory(_folder.File("backups"));
        var (held, loose) = (_folder.File("backups/dealbot-daily-20260530T010000Z.zip.clicks.tmp"), _folder.File("backups/dealbot-daily-20260531T010000Z.zip.clicks.tmp"));
        Directory.CreateDirectory(loose);
        using var disk = SmallDisk.Mount(kilobytes: 64, held);

        await RunAsync(_folder.File("backups"));

        Assert.That(_told.Notices, Is.Empty);
        Assert.That(
            Directory.GetFileSystemEntries(_folder.File("backups")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { Path.GetFileName(held), "dealbot-daily-20260601T010000Z.zip" }));
    }

    [Test]
    public async Task Owners_are_told_if_it_fails()
    {
        File.WriteAllText(_folder.File("backups"), "a file in the way");

        await RunAsync(_folder.File("backups"));

        Assert.That(_told.Notices.Single().Kind, Is.EqualTo("backup_failed"));
    }

    /// <summary>The owner who is told that the database can't be written looks at the wrong disk.</summary>
    [Test]
    public async Task A_full_disk_of_backups_is_told_by_its_name()
    {
        using var disk = SmallDisk.Mount(kilobytes: 64);

        await RunAsync(disk.Path);

        var text = _told.Notices.Single().Text;
        Assert.That(text.En, Does.Contain("the disk is full").And.Contains(disk.Path).And.Not.Contains(_stage.Path));
        Assert.That(Directory.GetFileSystemEntries(disk.Path), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_made_unless_a_folder_is_named()
    {
        await RunAsync(null);

        Assert.That(Directory.GetFiles(_folder.Path, "*.zip", SearchOption.AllDirectories), Is.Empty);
    }

    private Task RunAsync(string? folder) => new DailyBackup(
        new StorageOptions { Path = _stage.Path, BackupDirectory = folder, KeepBackups = 2 }, _told, _clock, NullLogger<DailyBackup>.Instance).RunAsync(default);

    private sealed class Told : INotices
    {
        public List<Notice> Notices { get; } = [];

        public Task TellAsync(Notice notice, CancellationToken cancellationToken)
        {
            Notices.Add(notice);
            return Task.CompletedTask;
        }
    }
}
