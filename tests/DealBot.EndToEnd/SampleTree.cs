namespace DealBot.EndToEnd;

/// <summary>A copy of what the repository gives a newcomer: settings, configuration and templates, free to be spoilt.</summary>
internal sealed class SampleTree : IDisposable
{
    private readonly TempFolder _folder = new();

    public SampleTree()
    {
        Copy("config");
        Copy("templates");
        System.IO.File.Copy(Repository.Path("appsettings.example.json"), File("appsettings.json"));
    }

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    /// <summary>Replaces a text that must be there, once, in one of the files.</summary>
    public void Edit(string name, string before, string after)
    {
        var text = System.IO.File.ReadAllText(File(name));
        Assert.That(text.Split(before), Has.Length.EqualTo(2), $"{before} must be in {name} once");
        System.IO.File.WriteAllText(File(name), text.Replace(before, after, StringComparison.Ordinal));
    }

    public Task<Ended> RunAsync(params IEnumerable<string> args) => DealBotProcess.RunAsync(Path, args);

    public void Dispose() => _folder.Dispose();

    private void Copy(string name)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path(name), "*", SearchOption.AllDirectories))
        {
            var target = File(System.IO.Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }
}
