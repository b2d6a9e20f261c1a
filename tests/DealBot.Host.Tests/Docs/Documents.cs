namespace DealBot.Host.Tests.Docs;

/// <summary>The documents of the repository.</summary>
internal static class Documents
{
    /// <summary>Those that describe the product as it is: no history, no decisions of the past.</summary>
    public static IEnumerable<string> OfTheProduct => Present.Where(name => name != "CHANGELOG.md" && !name.StartsWith("docs/decisions/", StringComparison.Ordinal));

    public static IEnumerable<string> Present =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "samples", "templates" }.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Repository.Path(name)).ReplaceLineEndings("\n");
}
