using System.Data;
using DealBot.Core.Clicks;

namespace DealBot.Storage;

/// <summary>
/// Appends clicks with one prepared statement, since this is the one place where thousands of rows a second are written. The row says
/// whether the click brought a new visitor, as seen when it was written.
/// </summary>
internal sealed class ClickCommand : IDisposable
{
    private readonly IDbCommand _command;
    private readonly long _window;
    private readonly IDbDataParameter _code;
    private readonly IDbDataParameter _group;
    private readonly IDbDataParameter _at;
    private readonly IDbDataParameter _kind;
    private readonly IDbDataParameter _visitor;
    private readonly IDbDataParameter _since;

    public ClickCommand(IDbConnection connection, IDbTransaction transaction, TimeSpan uniqueWindow)
    {
        _window = (long)uniqueWindow.TotalMilliseconds;
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            """
            INSERT INTO clicks (code, group_id, at, kind, visitor, is_new_visitor)
            VALUES (@code, @group, @at, @kind, @visitor, CASE WHEN @kind = 'person' AND NOT EXISTS
                (SELECT 1 FROM clicks WHERE group_id = @group AND visitor = @visitor AND at > @since AND kind = 'person') THEN 1 ELSE 0 END)
            RETURNING is_new_visitor
            """;
        (_code, _group, _at) = (Parameter("@code", DbType.String), Parameter("@group", DbType.String), Parameter("@at", DbType.Int64));
        (_kind, _visitor, _since) = (Parameter("@kind", DbType.String), Parameter("@visitor", DbType.String), Parameter("@since", DbType.Int64));
    }

    /// <summary>Appends a click.</summary>
    /// <returns>Whether it brought a new visitor.</returns>
    public bool Append(Click click)
    {
        var at = click.At.ToUnixTimeMilliseconds();
        _code.Value = click.Code;
        _group.Value = click.GroupId;
        _at.Value = at;
        _kind.Value = Names.Of(click.Kind);
        _visitor.Value = click.VisitorId;
        _since.Value = at - _window;
        return (long)_command.ExecuteScalar()! == 1;
    }

    public void Dispose() => _command.Dispose();

    private IDbDataParameter Parameter(string name, DbType type)
    {
        var parameter = _command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, type);
        _command.Parameters.Add(parameter);
        return parameter;
    }
}
