using DealBot.Core.Rendering.Images;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Rendering.Images;

public sealed class PictureStoreTests
{
    private const int Length = 1_000;

    private TempFolder _folder = null!;
    private TestClock _clock = null!;

    private string Folder => _folder.File("pictures");

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _clock = new TestClock(Some.Shanghai("2026-06-01 09:00"));
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void What_was_written_is_read_by_another_process()
    {
        Open().Write(Url(1), Jpeg(1));

        Assert.That(Open().Read(Url(1)), Is.EqualTo(Jpeg(1)));
        Assert.That(Open().Read(Url(2)), Is.Null);
    }

    [Test]
    public void Oldest_go_first_and_the_bound_holds()
    {
        var store = Open(mostBytes: 10 * Length);
        for (var i = 0; i < 50; i++)
        {
            store.Write(Url(i), Jpeg(i));
            _clock.Now += TimeSpan.FromMinutes(1);

            Assert.That(Files().Sum(file => file.Length), Is.LessThanOrEqualTo(10 * Length));
        }

        Assert.That((store.Read(Url(49)), store.Read(Url(0))), Is.EqualTo((Jpeg(49), (byte[]?)null)));
        Assert.That(Files(), Has.Count.GreaterThanOrEqualTo(8));
    }

    [Test]
    public void File_that_is_not_whole_or_older_than_a_month_is_no_picture()
    {
        var store = Open();
        store.Write(Url(1), Jpeg(1));
        store.Write(Url(2), Jpeg(2));
        foreach (var file in Files())
            File.WriteAllBytes(file.FullName, Jpeg(1)[..500]);
        Assert.That(store.Read(Url(1)), Is.Null);

        store.Write(Url(1), Jpeg(1));
        _clock.Now += TimeSpan.FromDays(31);
        Assert.That(store.Read(Url(1)), Is.Null);
    }

    [Test]
    public void What_a_dead_writer_left_is_swept_and_what_is_not_ours_is_not()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(Folder, "a.jpg.1.tmp"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "a.jpg.1.tmp"), _clock.Now.UtcDateTime.AddHours(-2));

        Open().Write(Url(1), Jpeg(1));

        Assert.That(Files().Select(file => file.Extension), Is.EquivalentTo(new[] { ".txt", ".jpg" }));
    }

    [Test]
    public void Two_processes_write_into_one_folder()
    {
        PictureStore[] stores = [Open(20 * Length), Open(20 * Length)];

        Assert.That(() => Parallel.For(0, 400, i => stores[i % 2].Write(Url(i / 2), Jpeg(i / 2))), Throws.Nothing);
        Assert.That(Enumerable.Range(0, 200).Select(i => (i, stores[0].Read(Url(i)))).Where(it => it.Item2 is { } read && !read.SequenceEqual(Jpeg(it.i))), Is.Empty);
        Assert.That(Files().Sum(file => file.Length), Is.LessThanOrEqualTo(22 * Length));
    }

    [Test]
    public void Folder_that_cannot_be_made_costs_no_poster()
    {
        File.WriteAllText(Folder, "a file in its place");
        var store = Open();

        Assert.That(() => store.Write(Url(1), Jpeg(1)), Throws.Nothing);
        Assert.That(store.Read(Url(1)), Is.Null);
    }

    [Test]
    public void Write_that_fails_leaves_nothing_behind()
    {
        var store = Open();
        store.Write(Url(1), Jpeg(1));
        var path = Files().Single().FullName;
        File.Delete(path);
        Directory.CreateDirectory(path);

        Assert.That(() => store.Write(Url(1), Jpeg(1)), Throws.Nothing);
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public void Bound_of_zero_keeps_nothing()
    {
        Open(0).Write(Url(1), Jpeg(1));

        Assert.That(Directory.Exists(Folder), Is.False);
    }

    private static Uri Url(int number) => new($"https://img14.360buyimg.com/{number}.jpg");

    /// <summary>The header of a JPEG of 16 by 16, its end, and something of its own between.</summary>
    private static byte[] Jpeg(int number)
    {
        var file = new byte[Length];
        byte[] head = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 16, 0, 16, 3, (byte)number, (byte)(number >> 8)];
        head.CopyTo(file, 0);
        (file[^2], file[^1]) = (0xFF, 0xD9);
        return file;
    }

    private PictureStore Open(long mostBytes = 1_000_000) => new(Folder, mostBytes, _clock, NullLogger<PictureStore>.Instance);

    private List<FileInfo> Files() => [.. new DirectoryInfo(Folder).EnumerateFiles()];
}
