using DealBot.Host.Rehearsal;

namespace DealBot.Host.Tests.Rehearsal;

public sealed class RehearsalFolderTests
{
    // A journal of clicks that stayed would be counted again by the next rehearsal.
    [TestCase("posters")]
    [TestCase("clicks")]
    [TestCase("adapters")]
    public void What_an_earlier_rehearsal_left_is_removed(string inner)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("posts.jsonl"), "old");
        Directory.CreateDirectory(folder.File(inner));
        File.WriteAllText(folder.File($"{inner}/old"), "old");

        RehearsalFolder.Clear(folder.Path);

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public void Other_peoples_files_are_left_alone()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("notes.txt"), "mine");
        Directory.CreateDirectory(folder.File("photos"));

        RehearsalFolder.Clear(folder.Path);

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "notes.txt", "photos" }));
    }

    [Test]
    public void Folder_that_is_missing_is_made()
    {
        using var folder = new TempFolder();

        RehearsalFolder.Clear(folder.File("out/rehearsal"));

        Assert.That(folder.File("out/rehearsal"), Does.Exist);
    }
}
