using System.Data;

namespace DealBot.Storage;

/// <summary>A statement that is run for many rows: prepared once, its parameters filled in place. Used where thousands of rows come at once.</summary>
internal sealed class RowCommand : IDisposable
{
    private readonly IDbCommand _command;
    private readonly IDbDataParameter[] _parameters;

    /// <summary>Prepares the statement.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="transaction">The transaction it belongs to.</param>
    /// <param name="sql">Its parameters are @p0, @p1 …, in the order of <paramref name="types"/>.</param>
    /// <param name="types">Types of the parameters.</param>
    public RowCommand(IDbConnection connection, IDbTransaction transaction, string sql, params ReadOnlySpan<DbType> types)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        _parameters = new IDbDataParameter[types.Length];
        for (var index = 0; index < types.Length; index++)
        {
            var parameter = _command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ($"@p{index}", types[index]);
            _command.Parameters.Add(parameter);
            _parameters[index] = parameter;
        }

        _command.Prepare();
    }

    public RowCommand With(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return this;
    }

    public int Run() => _command.ExecuteNonQuery();

    public object? Value() => _command.ExecuteScalar();

    /// <summary>The only row; default if there is none.</summary>
    public T? Row<T>(Func<IDataRecord, T> read)
    {
        using var reader = _command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public void Dispose() => _command.Dispose();
}
