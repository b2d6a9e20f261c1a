using System.Collections.Concurrent;
using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Sqlite;

/// <summary>
/// One SQLite file in WAL mode: one writer at a time, readers never wait for it. All SQL outside this class is kept to what SQLite and
/// PostgreSQL both understand.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private const int MostIdleReaders = 8;

    private readonly string _connectionString;
    private readonly string _pragmas;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    /// <summary>Column names have underscores, properties do not. Dapper keeps this for the whole process and has no other place for it.</summary>
    static SqliteDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private SqliteDatabase(string connectionString, string pragmas)
    {
        (_connectionString, _pragmas) = (connectionString, pragmas);
        _writer = OpenConnection();
    }

    /// <summary>Opens the file, making it and its folder if missing, and brings its tables up to date.</summary>
    /// <exception cref="SqliteException">The file can't be opened or is no DealBot database.</exception>
    public static SqliteDatabase Open(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.GetFullPath(options.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 10, Pooling = false }.ToString();
        var synchronous = options.SyncEveryCommit ? "FULL" : "NORMAL";
        var database = new SqliteDatabase(connectionString, $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA busy_timeout=10000; PRAGMA cache_size=-4000;");
        try
        {
            Migrations.Apply(database._writer);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Runs a transaction that writes. It is on the disk when this returns; if the work throws, nothing of it is.</summary>
    public async Task<T> WriteAsync<T>(Func<IDbConnection, IDbTransaction, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Immediate: the lock is taken at the start, so a transaction never fails half-way for being overtaken.
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = work(_writer, transaction);
            transaction.Commit();
            return result;
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
        var connection = _readers.TryTake(out var idle) ? idle : OpenConnection();
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

    private SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute(_pragmas);
        return connection;
    }
}
