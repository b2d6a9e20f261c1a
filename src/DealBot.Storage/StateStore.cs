using System.Data;
using Dapper;
using DealBot.Core.Configuration;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class StateStore(SqliteDatabase database) : IStateStore
{
    public Task<string?> GetAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(connection => Get(connection, name), cancellationToken);

    public Task SetAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => Set(connection, transaction, name, value),
        cancellationToken);

    internal static string? Get(IDbConnection connection, string name) =>
        connection.QuerySingleOrDefault<string>("SELECT value FROM state WHERE name = @name", new { name });

    /// <summary>Keeps a value as part of a transaction.</summary>
    internal static int Set(IDbConnection connection, IDbTransaction transaction, string name, string value) => connection.Execute(
        "INSERT INTO state (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        new { name, value },
        transaction);
}
