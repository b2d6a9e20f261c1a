namespace DealBot.Templating.Conformance;

/// <summary>A template file and the file of the text that is expected of it.</summary>
public sealed class Sample
{
    private const string TemplateEnding = ".txt";
    private const string ExpectationEnding = ".out.txt";

    private readonly string _path;

    private Sample(string folder, string path)
    {
        _path = path;
        Name = Path.GetRelativePath(folder, path).Replace('\\', '/');
    }

    /// <summary>The path below the folder that was searched.</summary>
    public string Name { get; }

    /// <summary>Whether it is known what should come out.</summary>
    public bool HasExpectation => File.Exists(ExpectationPath);

    private string ExpectationPath => Path.ChangeExtension(_path, ExpectationEnding);

    /// <summary>All samples below a folder, in order of their paths.</summary>
    public static IReadOnlyList<Sample> FindAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + TemplateEnding, SearchOption.AllDirectories)
            .Where(IsTemplate)
            .Order(StringComparer.Ordinal)
            .Select(path => new Sample(folder, path)),
    ];

    /// <summary>The text of the template, or its faults, one a line.</summary>
    public string Render(CancellationToken cancellationToken) =>
        SampleContext.Render(File.ReadAllText(_path), cancellationToken);

    /// <summary>The text that should come out. A mark of the encoding at the start of the file is no part of it.</summary>
    public Task<string> ReadExpectedAsync() => File.ReadAllTextAsync(ExpectationPath);

    private static bool IsTemplate(string path)
    {
        var name = Path.GetFileName(path);
        return !name.EndsWith(ExpectationEnding, StringComparison.Ordinal)
            && !name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("README", StringComparison.OrdinalIgnoreCase);
    }
}
