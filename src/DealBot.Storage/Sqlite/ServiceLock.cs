namespace DealBot.Storage.Sqlite;

/// <summary>Says that a service uses a database: one <c>dealbot run</c> at a time, and no restore beneath it. The system takes the lock back when the process ends, however it ends.</summary>
public sealed class ServiceLock : IDisposable
{
    private readonly FileStream _file;

    private ServiceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="databasePath">The database.</param>
    /// <returns>Null if another process holds it.</returns>
    public static ServiceLock? TryTake(string databasePath)
    {
        var path = Path.GetFullPath(databasePath) + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new ServiceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    // The file stays: to remove it would open a gap in which two could each hold "the" lock.
    public void Dispose() => _file.Dispose();
}
