using System.Collections.Concurrent;
using System.Data;
using Dapper;
using DealBot.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SQLitePCL;

namespace DealBot.Storage.Sqlite;

/// <summary>
/// One SQLite file in WAL mode: one writer at a time, readers never wait for it. All SQL outside this class is kept to what SQLite and
/// PostgreSQL both understand.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private const int MostIdleReaders = 8;

    /// <summary>A long read or a backup lets the log grow; it is cut back to this afterwards.</summary>
    private const int LogBytesKept = 64 * 1024 * 1024;

    /// <summary>
    /// What a writer needs beside what every connection has. A window of a large account changes more pages than the usual cache holds, and
    /// pages that every transaction changes are taken out of the log once for many of them.
    /// </summary>
    private const string WriterPragmas = "PRAGMA cache_size=-48000; PRAGMA wal_autocheckpoint=8000";

    private readonly string _path;
    private readonly string _pragmas;
    private readonly int _busySeconds;
    private readonly StorageWatch _watch;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    /// <summary>What holds for the whole process and has no other place.</summary>
    static SqliteDatabase()
    {
        // Column names have underscores, properties do not.
        DefaultTypeMap.MatchNamesWithUnderscores = true;

        // SQLite would count every piece of memory it takes and gives back, under a lock: a tenth of the work of taking orders in. Refused once a
        // connection is open, which does no harm.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteDatabase(string path, StorageOptions options, ILogger logger)
    {
        (_path, _busySeconds, _watch) = (path, options.BusySeconds, new StorageWatch(path, logger));
        _pragmas =
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(options.SyncEveryCommit ? "FULL" : "NORMAL")}; PRAGMA busy_timeout={_busySeconds * 1000}; "
            + $"PRAGMA cache_size=-4000; PRAGMA journal_size_limit={LogBytesKept};";
        _writer = OpenConnection(SqliteOpenMode.ReadWriteCreate);
        _writer.Execute(WriterPragmas);
    }

    /// <summary>Why the last write failed, if the disk or the file were to blame; null when all is well again.</summary>
    public StorageTrouble? Trouble => _watch.Trouble;

    /// <summary>Opens the file, making it and its folder if missing, and brings its tables up to date; a copy of the old state is kept first.</summary>
    /// <exception cref="StorageFaultException">It can't be used; says why and what to do. What was there is as it was.</exception>
    public static SqliteDatabase Open(StorageOptions options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.GetFullPath(options.Path);
        var version = RequireUsable(path);
        SqliteDatabase? database = null;
        try
        {
            database = new SqliteDatabase(path, options, logger ?? NullLogger.Instance);
            if (version > 0 && version < Migrations.Newest)
            {
                UpgradeCopy.Keep(database._writer, path, version, logger ?? NullLogger.Instance);
            }

            Migrations.Apply(database._writer);
            return database;
        }
        catch (SqliteException exception)
        {
            database?.Dispose();
            throw SqliteFile.Explain(exception, path);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Runs a transaction that writes. It is on the disk when this returns; if the work throws, nothing of it is.</summary>
    public async Task<T> WriteAsync<T>(Func<IDbConnection, IDbTransaction, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RequireFile();

            // Immediate: the lock is taken at the start, so a transaction never fails half-way for being overtaken.
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = work(_writer, transaction);
            transaction.Commit();
            _watch.Succeeded();
            return result;
        }
        catch (SqliteException exception)
        {
            _watch.Failed(exception);
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Reads a consistent state without waiting for writers.</summary>
    public Task<T> ReadAsync<T>(Func<IDbConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _readers.TryTake(out var idle) ? idle : OpenConnection(SqliteOpenMode.ReadWrite);
        try
        {
            return Task.FromResult(work(connection));
        }
        finally
        {
            Return(connection);
        }
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _writer.Dispose();
        _writing.Dispose();
    }

    private void Return(SqliteConnection connection)
    {
        if (_readers.Count < MostIdleReaders)
        {
            _readers.Add(connection);
        }
        else
        {
            connection.Dispose();
        }
    }

    private SqliteConnection OpenConnection(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = _busySeconds,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(_pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A file deleted under the service takes writes all the same, and they are gone when the process ends.</summary>
    private void RequireFile()
    {
        const int cantOpen = 14;
        if (!File.Exists(_path))
        {
            throw new SqliteException($"{_path} was deleted while in use", cantOpen);
        }
    }

    private static long RequireUsable(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            PlaceOfRestored.Finish(path);
            return Migrations.RequireKnown(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Explain(exception, path);
        }
    }
}
