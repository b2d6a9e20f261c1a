using DealBot.Core.Clicks;
using DealBot.Storage.Journal;
using DealBot.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Storage.Tests.Journal;

/// <summary>Whatever happens between the disk and the database, a click that was kept is taken in, and once.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClickJournalTests : IDisposable
{
    private const int SegmentBytes = 4096;

    private readonly TempFolder _folder = new();
    private readonly SqliteStage _stage = new();
    private readonly HashSet<string> _kept = [];
    private readonly TestClock _clock = new(Some.Morning);
    private int _made;

    public void Dispose()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Clicks_come_out_as_they_went_in()
    {
        Click[] clicks =
        [
            Some.Click(), Some.Click(code: "bbbbbbbbbbb", groupId: "dorm-1", kind: ClickKind.Bot) with { Rule = "crawler" }, Some.Click(at: Some.Morning.AddMilliseconds(1), visitor: "0123456789abcdef"),
        ];
        using var journal = Journal();
        journal.Append([clicks[0]]);
        journal.Append(clicks[1..]);

        var batch = Backlog().Read(JournalPosition.StartOf(Backlog().Journals().Single()), 10);

        Assert.That(batch.Clicks, Is.EqualTo(clicks));
        await Task.CompletedTask;
    }

    /// <summary>The clicks alone are of no use: the file must have its name on the disk, too, or nobody looks into it.</summary>
    [Test]
    [Platform("Linux")]
    public void Clicks_are_there_after_a_power_cut_also_in_a_file_that_was_just_begun()
    {
        using var disk = MortalDisk.Make();
        var options = Options(100_000_000) with { Folder = Path.Combine(disk.Path, "clicks"), SyncEveryGroup = true };
        using var journal = new ClickJournal(options, _clock);
        journal.Append(Group(3));

        var backlog = new ClickBacklog(options with { Folder = Path.Combine(disk.AfterPowerCut(), "clicks") }, NullLogger<ClickBacklog>.Instance);

        var left = backlog.Journals().SelectMany(name => backlog.Read(JournalPosition.StartOf(name), 10).Clicks);
        Assert.That(left.Select(click => click.VisitorId), Is.EquivalentTo(_kept));
    }

    [Test]
    public async Task Files_that_have_been_taken_in_are_deleted_and_the_last_one_when_its_writer_is_gone()
    {
        var journal = Journal();
        for (var i = 0; i < 50; i++)
        {
            journal.Append(Group(10));
        }

        Assert.That(Files(), Has.Length.GreaterThan(5));
        await TakeInAsync();
        Assert.That(Files(), Has.Length.EqualTo(1), "which is still being written");
        journal.Append(Group(3));
        journal.Dispose();
        await TakeInAsync();

        Assert.That(Files(), Is.Empty);
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM click_journals").Single(), Is.Zero);
        Assert.That(InDatabase(), Is.EquivalentTo(_kept));
    }

    [Test]
    public void Journal_takes_no_more_than_it_may_and_goes_on_once_there_is_room()
    {
        using var journal = Journal(mostBytes: 3 * SegmentBytes);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            var group = Fresh(10);
            try
            {
                journal.Append(group);
                Keep(group);
            }
            catch (IOException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(0));
        Assert.That(Files(), Has.Length.EqualTo(3));
        Assert.That(async () => await TakeInAsync(), Throws.Nothing);
        journal.Append(Group(10));
        Assert.That(async () => await TakeInAsync(), Throws.Nothing);
        Assert.That(InDatabase(), Is.EquivalentTo(_kept));
    }

    [Test]
    public async Task Two_that_take_in_side_by_side_take_each_click_in_once()
    {
        using var journal = Journal();
        for (var i = 0; i < 60; i++)
        {
            journal.Append(Group(20));
        }

        using var first = new ClickIngestion(Backlog(), _stage.Clicks);
        using var second = new ClickIngestion(Backlog(), _stage.Clicks);
        async Task RunAsync(ClickIngestion ingestion)
        {
            try
            {
                await ingestion.CatchUpAsync(default);
            }
            catch (FileNotFoundException)
            {
                // The other one was through with the file; a service tries again.
                await RunAsync(ingestion);
            }
        }

        await Task.WhenAll(Task.Run(() => RunAsync(first)), Task.Run(() => RunAsync(second)));

        Assert.That(InDatabase(), Is.EquivalentTo(_kept));
    }

    [Test]
    public async Task Every_click_that_was_kept_is_taken_in_once_wherever_the_power_goes([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var uncertain = new HashSet<string>();
        for (var life = 0; life < 4; life++)
        {
            var journal = Journal();
            using var ingestion = new ClickIngestion(new Forgetful(Backlog(), random), _stage.Clicks);
            for (var i = random.Next(30); i > 0; i--)
            {
                journal.Append(Group(random.Next(1, 25)));
                if (random.Next(4) == 0)
                {
                    await ingestion.TakeAsync(default);
                }
            }

            // The group that was being written when the power went: any part of it may be on the disk, and rubbish behind it.
            uncertain.UnionWith(Tear(journal, random));
        }

        await TakeInAsync();

        var inDatabase = InDatabase();
        Assert.That(inDatabase, Is.Unique);
        Assert.That(_kept.Except(inDatabase), Is.Empty, "kept and not taken in");
        Assert.That(inDatabase.Except(_kept).Except(uncertain), Is.Empty, "taken in and never there");
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task Disk_at_fault_keeps_nothing_that_it_says_it_kept()
    {
        using var journal = Journal();
        journal.Append(Group(5));
        Directory.Delete(_folder.File("clicks"), recursive: true);
        File.WriteAllText(_folder.File("clicks"), "a file where the folder was");

        Assert.That(() => Enumerable.Range(0, 100).ToList().ForEach(_ => journal.Append(Fresh(20))), Throws.InstanceOf<IOException>());
        await Task.CompletedTask;
    }

    private HashSet<string> Tear(ClickJournal journal, Random random)
    {
        var before = Files().Length == 0 ? null : Files()[^1];
        var length = before is null ? 0 : EndOf(before);
        var torn = Fresh(random.Next(1, 25));
        journal.Append(torn);
        journal.Dispose();
        var last = Files()[^1];
        var from = last == before ? length : 0;
        var cut = from + random.Next((int)(EndOf(last) - from) + 1);
        using var file = new FileStream(last, FileMode.Open, FileAccess.ReadWrite);
        file.SetLength(cut);
        var rubbish = new byte[random.Next(3) * 50];
        random.NextBytes(rubbish);
        file.Position = cut;
        file.Write(rubbish);
        return [.. torn.Select(click => click.VisitorId)];
    }

    /// <summary>Where the written part of a file ends; no click of these tests ends in a zero.</summary>
    private static long EndOf(string path) => File.ReadAllBytes(path).AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

    /// <summary>A journal of a start a second after the one before.</summary>
    private ClickJournal Journal(long mostBytes = 100_000_000)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return new ClickJournal(Options(mostBytes), _clock);
    }

    private ClickBacklog Backlog() => new(Options(100_000_000), NullLogger<ClickBacklog>.Instance);

    private JournalOptions Options(long mostBytes) => new(_folder.File("clicks"), mostBytes, SyncEveryGroup: false) { SegmentBytes = SegmentBytes };

    private List<Click> Group(int count)
    {
        var group = Fresh(count);
        Keep(group);
        return group;
    }

    private List<Click> Fresh(int count) => [.. Enumerable.Range(0, count).Select(_ => Some.Click(visitor: $"{++_made:0000000000000000}") with { Rule = "ends in no zero" })];

    private void Keep(List<Click> group) => _kept.UnionWith(group.Select(click => click.VisitorId));

    private async Task TakeInAsync()
    {
        using var ingestion = new ClickIngestion(Backlog(), _stage.Clicks);
        await ingestion.CatchUpAsync(default);
    }

    private string[] Files() => Directory.Exists(_folder.File("clicks")) ? [.. Directory.GetFiles(_folder.File("clicks"), "*.clicks").Order(StringComparer.Ordinal)] : [];

    private IReadOnlyList<string> InDatabase() => _stage.Query<string>("SELECT visitor FROM clicks ORDER BY rowid");

    /// <summary>Dies now and then between the transaction and the deletion of what it took in.</summary>
    private sealed class Forgetful(IClickBacklog backlog, Random random) : IClickBacklog
    {
        public IReadOnlyList<string> Journals() => backlog.Journals();

        public ClickBatch Read(JournalPosition from, int most) => backlog.Read(from, random.Next(1, 60));

        public bool Discard(JournalPosition reached) => random.Next(2) == 0 && backlog.Discard(reached);
    }
}
