namespace DealBot.Storage.Journal;

/// <summary>Where clicks are put down, and how much of them.</summary>
/// <param name="Folder">The folder, beside the database.</param>
/// <param name="MostBytes">How much may wait there for the database.</param>
/// <param name="SyncEveryGroup">Whether each group waits for the disk itself: survives a power cut, not only a killed process.</param>
public sealed record JournalOptions(string Folder, long MostBytes, bool SyncEveryGroup)
{
    /// <summary>Length of a file.</summary>
    public int SegmentBytes { get; init; } = 4 * 1024 * 1024;

    public static JournalOptions Beside(StorageOptions storage, int megabytes)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return new JournalOptions(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.Path))!, "clicks"), megabytes * 1024L * 1024, storage.SyncEveryCommit);
    }
}
