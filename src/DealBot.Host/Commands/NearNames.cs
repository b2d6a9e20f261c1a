namespace DealBot.Host.Commands;

/// <summary>What somebody may have meant who named a template that is not there.</summary>
internal static class NearNames
{
    private const int Most = 5;

    /// <summary>Templates whose file has the name up to its first dot, wherever they lie: those in the folder that was named first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> templates)
    {
        var (folder, stem) = (FolderOf(name), StemOf(name));
        return [.. templates.Where(template => StemOf(template) == stem).OrderBy(template => FolderOf(template) != folder).ThenBy(template => template, StringComparer.Ordinal).Take(Most)];
    }

    private static string FolderOf(string name) => name[..(name.LastIndexOf('/') + 1)];

    private static string StemOf(string name) => name[(name.LastIndexOf('/') + 1)..].Split('.')[0];
}
