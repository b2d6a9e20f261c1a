using DealBot.Core.Posting;

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
        var deleted = await new PictureCleanup(pictures, new PostingOptions { KeepPicturesDays = 14 }, _clock).RunAsync(default);

        Assert.That(deleted, Is.EqualTo(1));
        Assert.That(Directory.GetFiles(Posters).Select(System.IO.Path.GetFileName), Is.EqualTo(new[] { "young.jpg" }));
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
}
