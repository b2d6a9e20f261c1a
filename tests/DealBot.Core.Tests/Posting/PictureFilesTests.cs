using DealBot.Core.Health;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Posting;

public sealed class PictureFilesTests
{
    private TempFolder _folder = null!;
    private TestClock _clock = null!;

    private string Posters => _folder.File(PictureFiles.Posters);

    [SetUp]
    public void SetUp() => (_folder, _clock) = (new TempFolder(), new TestClock(Some.Morning));

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_picture_is_written_whole_into_a_folder_that_is_made_and_replaced_by_the_next_of_its_name()
    {
        var pictures = Pictures();

        pictures.Write(PictureFiles.Posters, "a.jpg", [1, 2, 3]);
        Assert.That(pictures.Write(PictureFiles.Posters, "a.jpg", [4]), Is.EqualTo("posters/a.jpg"));

        Assert.That(pictures.Open("posters/a.jpg").Bytes.ToArray(), Is.EqualTo(new byte[] { 4 }));
        Assert.That(Directory.GetFiles(Posters), Has.Length.EqualTo(1), "no temporary file stays");
    }

    [Test]
    public async Task Cleanup_deletes_what_is_older_than_the_days_kept()
    {
        var pictures = Pictures();
        foreach (var (name, days) in new[] { ("old.jpg", 15), ("young.jpg", 13) })
        {
            _clock.Now = Some.Morning.AddDays(-days);
            pictures.Write(PictureFiles.Posters, name, [1]);
        }

        _clock.Now = Some.Morning;
        var deleted = await Cleanup(new FakeState()).RunAsync(default);

        Assert.That(deleted, Is.EqualTo(1));
        Assert.That(Directory.GetFiles(Posters).Select(System.IO.Path.GetFileName), Is.EqualTo(new[] { "young.jpg" }));
    }

    /// <summary>The posters of posts that wait among them, which are as old by then as those that were sent.</summary>
    [TestCase(366, 1)]
    [TestCase(1, 1)]
    [TestCase(367, 0)]
    public async Task Cleanup_after_the_clock_leapt_ahead_gives_a_day_to_put_it_right(int nextDay, int left)
    {
        Pictures().Write(PictureFiles.Posters, "waits.jpg", [1]);
        var cleanup = Cleanup(new FakeState());
        await cleanup.RunAsync(default);

        _clock.Now = Some.Morning.AddDays(366);
        await cleanup.RunAsync(default);
        _clock.Now = Some.Morning.AddDays(nextDay);
        await cleanup.RunAsync(default);

        Assert.That(Directory.GetFiles(Posters), Has.Length.EqualTo(left));
    }

    [Test]
    public void Cleanup_of_a_folder_that_was_never_made_is_nothing() => Assert.That(Pictures().DeleteOlderThan(Some.Morning), Is.Zero);

    [TestCase("posters/../secret.jpg")]
    [TestCase("../secret.jpg")]
    [TestCase("posters/")]
    [TestCase("posters/gone.jpg")]
    [TestCase("secret.jpg")]
    [TestCase("")]
    public void Nothing_but_a_picture_is_found(string name)
    {
        File.WriteAllText(_folder.File("secret.jpg"), "secret");
        Pictures().Write(PictureFiles.Posters, "a.jpg", [1]);

        Assert.That(Pictures().Find(name), Is.Null);
    }

    private PictureFiles Pictures() => new(_folder.Path, _clock);

    private PictureCleanup Cleanup(FakeState state) =>
        new(Pictures(), new PostingOptions { KeepPicturesDays = 14 }, new ClockLeap(state, _clock, NullLogger<ClockLeap>.Instance), _clock);
}
