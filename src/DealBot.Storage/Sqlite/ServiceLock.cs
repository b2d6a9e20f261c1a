namespace DealBot.Storage.Sqlite;

/// <summary>Says that a service uses a database: one <c>dealbot run</c> at a time, and no restore beneath it. The system takes the lock back when the process ends, however it ends.</summary>
public sealed class ServiceLock : IDisposable
{
    // The same numbers on every system that .NET tells them of: a disk that fails, is full, or takes no writes. Nobody holds the lock then.
    private const int IoError = 5;
    private const int Full = 28;
    private const int ReadOnly = 30;

    private readonly FileStream _file;

    private ServiceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="databasePath">The database.</param>
    /// <returns>Null if another process holds it.</returns>
    /// <exception cref="StorageFaultException">The folder can't be used.</exception>
    public static ServiceLock? TryTake(string databasePath)
    {
        var path = Path.GetFullPath(databasePath) + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Explain(exception, databasePath);
        }

        try
        {
            return new ServiceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (
            exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && exception.HResult is not (IoError or Full or ReadOnly))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Explain(exception, databasePath);
        }
    }

    // The file stays: to remove it would open a gap in which two could each hold "the" lock.
    public void Dispose() => _file.Dispose();
}
