using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Sqlite;

/// <summary>Tables, made step by step from <c>Migrations/NNNN_name.sql</c>. A step that has been released is never edited; a change is a new step.</summary>
internal static class Migrations
{
    private static readonly IReadOnlyList<(long Version, string Sql)> Steps = ReadSteps();

    /// <summary>The version that this program brings a database to.</summary>
    public static long Newest => Steps[^1].Version;

    /// <summary>Refuses a database of a newer program, before anything of it is touched.</summary>
    /// <returns>The version found; 0 for a new one.</returns>
    public static long RequireKnown(string path)
    {
        var version = SqliteFile.SchemaVersion(path);
        return version > Newest ? throw new NewerSchemaException(version, Newest) : version;
    }

    /// <summary>Takes all steps that are missing, or none: a step that fails leaves the database as it was.</summary>
    public static void Apply(SqliteConnection connection) => Apply(connection, Steps);

    /// <summary>The same with steps of a test's own.</summary>
    internal static void Apply(SqliteConnection connection, IReadOnlyList<(long Version, string Sql)> steps)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)", transaction: transaction);

        // Asked again under the lock: another process may have been faster since the file was looked at.
        var version = connection.ExecuteScalar<long?>("SELECT MAX(version) FROM schema_version", transaction: transaction) ?? 0;
        if (version > steps[^1].Version)
        {
            throw new NewerSchemaException(version, steps[^1].Version);
        }

        foreach (var step in steps.Where(step => step.Version > version))
        {
            connection.Execute(step.Sql, transaction: transaction);
            connection.Execute("INSERT INTO schema_version (version) VALUES (@Version)", new { step.Version }, transaction);
        }

        transaction.Commit();
    }

    private static IReadOnlyList<(long Version, string Sql)> ReadSteps()
    {
        const string folder = "Migrations/";
        var assembly = typeof(Migrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (long.Parse(name.AsSpan(folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), Read(name)))];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
