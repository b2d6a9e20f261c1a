using System.Globalization;

namespace DealBot.Storage.Journal;

/// <summary>Names of the files: <c>{journal}.{segment}.clicks</c>; one that is not ready yet ends in <c>.new</c>.</summary>
internal sealed record JournalFile(string Path, string Journal, long Segment)
{
    private const string Ending = ".clicks";
    private const string UnreadyEnding = ".new";

    public static JournalFile In(string folder, string journal, long segment) => new(
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{journal}.{segment:000000}{Ending}")), journal, segment);

    /// <summary>Where the file is while it is being made.</summary>
    public string Unready => Path + UnreadyEnding;

    /// <summary>All that are ready, in the order they were written.</summary>
    public static IReadOnlyList<JournalFile> All(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(TryParse).OfType<JournalFile>().OrderBy(file => file.Journal, StringComparer.Ordinal).ThenBy(file => file.Segment)]
        : [];

    private static JournalFile? TryParse(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('.');
        return parts is [var journal, var segment, "clicks"] && long.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new JournalFile(path, journal, number)
            : null;
    }
}
