using System.Buffers;
using System.Data;
using System.Globalization;
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

    /// <summary>Where SQLite wants each parameter; 0 for one that the statement does not name.</summary>
    private readonly int[] _positions;

    /// <summary>What each parameter holds. SQLite keeps it from one run to the next, so that what stays the same need not be bound again.</summary>
    private readonly RowValue[] _bound;

    /// <summary>Prepares the statement.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="transaction">The transaction it belongs to.</param>
    /// <param name="sql">Its parameters are @p0, @p1 …, in the order in which <see cref="With"/> gets them.</param>
    public RowCommand(IDbConnection connection, IDbTransaction transaction, string sql)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        _database = ((SqliteConnection)connection).Handle ?? throw new InvalidOperationException("the connection is closed");
        Require(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _positions = PositionsOf(_statement);
        _bound = new RowValue[_positions.Length];
    }

    /// <summary>Fills in all parameters. Values beyond those that the statement names are left out.</summary>
    public RowCommand With(params ReadOnlySpan<RowValue> values)
    {
        for (var index = 0; index < values.Length && index < _positions.Length; index++)
        {
            if (_positions[index] > 0 && values[index] != _bound[index])
            {
                Require(Bind(_positions[index], in values[index]));
                _bound[index] = values[index];
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

    /// <summary>The first row's columns; null if there is no row.</summary>
    public RowValue[]? Row()
    {
        try
        {
            return Step() ? Columns() : null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The columns of all rows.</summary>
    public IEnumerable<RowValue[]> Rows()
    {
        try
        {
            while (Step())
            {
                yield return Columns();
            }
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private static int[] PositionsOf(sqlite3_stmt statement)
    {
        var count = raw.sqlite3_bind_parameter_count(statement);
        var numbers = Enumerable.Range(1, count)
            .Select(position => int.Parse(raw.sqlite3_bind_parameter_name(statement, position).utf8_to_string().AsSpan("@p".Length), NumberStyles.None, CultureInfo.InvariantCulture))
            .ToList();
        var positions = new int[count == 0 ? 0 : numbers.Max() + 1];
        foreach (var (index, number) in numbers.Index())
        {
            positions[number] = index + 1;
        }

        return positions;
    }

    private RowValue[] Columns()
    {
        var columns = new RowValue[raw.sqlite3_column_count(_statement)];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = raw.sqlite3_column_type(_statement, index) switch
            {
                raw.SQLITE_NULL => default,
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, index),
                _ => raw.sqlite3_column_text(_statement, index).utf8_to_string(),
            };
        }

        return columns;
    }

    private int Bind(int position, in RowValue value) =>
        value.Number is { } number ? raw.sqlite3_bind_int64(_statement, position, number)
        : value.Text is { } text ? BindText(position, text)
        : raw.sqlite3_bind_null(_statement, position);

    private int BindText(int position, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest <= LongestOnStack)
        {
            Span<byte> bytes = stackalloc byte[longest];
            return raw.sqlite3_bind_text(_statement, position, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        // SQLite keeps a copy of its own.
        var rented = ArrayPool<byte>.Shared.Rent(longest);
        var result = raw.sqlite3_bind_text(_statement, position, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return result;
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
