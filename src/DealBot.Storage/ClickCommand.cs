using System.Data;
using DealBot.Core.Clicks;

namespace DealBot.Storage;

/// <summary>
/// Appends clicks with one prepared statement, since this is the one place where thousands of rows a second are written. The row says
/// whether the click brought a new visitor. A visitor's id holds for one day, so whoever has been seen was seen that day.
/// </summary>
internal sealed class ClickCommand : IDisposable
{
    private readonly IDbCommand _command;
    private readonly IDbDataParameter _code;
    private readonly IDbDataParameter _group;
    private readonly IDbDataParameter _at;
    private readonly IDbDataParameter _kind;
    private readonly IDbDataParameter _rule;
    private readonly IDbDataParameter _visitor;

    public ClickCommand(IDbConnection connection, IDbTransaction transaction)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            """
            INSERT INTO clicks (code, group_id, at, kind, rule, visitor, is_new_visitor)
            VALUES (@code, @group, @at, @kind, @rule, @visitor, CASE WHEN @kind = 'person' AND NOT EXISTS
                (SELECT 1 FROM clicks WHERE group_id = @group AND visitor = @visitor AND kind = 'person') THEN 1 ELSE 0 END)
            RETURNING is_new_visitor
            """;
        (_code, _group, _at) = (Parameter("@code", DbType.String), Parameter("@group", DbType.String), Parameter("@at", DbType.Int64));
        (_kind, _rule, _visitor) = (Parameter("@kind", DbType.String), Parameter("@rule", DbType.String), Parameter("@visitor", DbType.String));
    }

    /// <summary>Appends a click.</summary>
    /// <returns>Whether it brought a new visitor.</returns>
    public bool Append(Click click)
    {
        _code.Value = click.Code;
        _group.Value = click.GroupId;
        _at.Value = click.At.ToUnixTimeMilliseconds();
        _kind.Value = Names.Of(click.Kind);
        _rule.Value = click.Rule;
        _visitor.Value = click.VisitorId;
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
