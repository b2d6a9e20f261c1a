using System.Data;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DealBot.Storage;

/// <summary>
/// A statement that is run for many rows: prepared once, its parameters filled in place. Used where thousands of rows come at once. It speaks
/// to SQLite directly, since the provider looks each parameter up by its name whenever a command is run, which for the thirty columns of an
/// order takes longer than writing them.
/// </summary>
internal sealed class RowCommand : IDisposable
{
    private const int LongestOnStack = 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly DbType[] _types;
    private readonly int[] _positions;

    /// <summary>Prepares the statement.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="transaction">The transaction it belongs to.</param>
    /// <param name="sql">Its parameters are @p0, @p1 …, in the order of <paramref name="types"/>.</param>
    /// <param name="types">Types of the parameters: whole numbers or text.</param>
    public RowCommand(IDbConnection connection, IDbTransaction transaction, string sql, params ReadOnlySpan<DbType> types)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        _database = ((SqliteConnection)connection).Handle ?? throw new InvalidOperationException("the connection is closed");
        Require(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _types = types.ToArray();
        _positions = new int[types.Length];
        for (var index = 0; index < types.Length; index++)
        {
            // 0 for one that the statement does not name; it is bound to nothing then.
            _positions[index] = raw.sqlite3_bind_parameter_index(_statement, $"@p{index}");
        }
    }

    public RowCommand With(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (_positions[index] > 0)
            {
                Require(Bind(_positions[index], _types[index], values[index]));
            }
        }

        return this;
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The number in the only column of the first row; null if there is no row.</summary>
    public long? Number()
    {
        try
        {
            return Step() ? raw.sqlite3_column_int64(_statement, 0) : null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The first row's columns, each a <see cref="long"/>, a <see cref="string"/> or null; null if there is no row.</summary>
    public object?[]? Row()
    {
        try
        {
            return Step() ? [.. Enumerable.Range(0, raw.sqlite3_column_count(_statement)).Select(Column)] : null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private object? Column(int index) => raw.sqlite3_column_type(_statement, index) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, index),
        _ => raw.sqlite3_column_text(_statement, index).utf8_to_string(),
    };

    private int Bind(int position, DbType type, object? value) => value is null
        ? raw.sqlite3_bind_null(_statement, position)
        : type == DbType.Int64 ? raw.sqlite3_bind_int64(_statement, position, (long)value) : BindText(position, (string)value);

    private int BindText(int position, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = longest <= LongestOnStack ? stackalloc byte[longest] : new byte[longest];
        return raw.sqlite3_bind_text(_statement, position, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Require(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private void Require(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
