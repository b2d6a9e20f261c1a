using Dapper;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage;

/// <inheritdoc />
public sealed class AccountStore(SqliteDatabase database) : IAccountStore
{
    /// <summary>Holds of a row <c>a</c> whose account has to wait, with <see cref="Clock"/> for its parameters.</summary>
    internal const string Waits = "(a.until > @now AND a.changed_at <= @clock)";

    private const string Columns = "adapter, address, state, since, changed_at, until, reason_zh, reason_en, failures, backoff_ms, rate";

    public Task<AccountState> GetAsync(AccountKey account, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<AccountRow>(
            $"SELECT {Columns} FROM accounts WHERE adapter = @Adapter AND address = @Address", account)?.ToState() ?? AccountState.Fresh,
        cancellationToken);

    public Task<IReadOnlyList<(AccountKey Account, AccountState State)>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(AccountKey, AccountState)>>(
            connection => [.. connection
                .Query<AccountRow>($"SELECT {Columns} FROM accounts ORDER BY adapter, address")
                .Select(row => (new AccountKey(row.Adapter, row.Address), row.ToState()))],
            cancellationToken);

    public Task SaveAsync(AccountKey account, AccountState state, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            $"""
            INSERT INTO accounts ({Columns})
            VALUES (@Adapter, @Address, @State, @Since, @ChangedAt, @Until, @ReasonZh, @ReasonEn, @Failures, @BackoffMs, @Rate)
            ON CONFLICT (adapter, address) DO UPDATE SET state = excluded.state, since = excluded.since, changed_at = excluded.changed_at,
                until = excluded.until, reason_zh = excluded.reason_zh, reason_en = excluded.reason_en, failures = excluded.failures,
                backoff_ms = excluded.backoff_ms, rate = excluded.rate
            """,
            AccountRow.Of(account, state),
            transaction),
        cancellationToken);

    public Task<bool> TryProbeAsync(AccountKey account, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            $"""
            UPDATE accounts SET state = 'half_open', changed_at = @now, until = @until
            WHERE adapter = @Adapter AND address = @Address AND state IN ('open', 'half_open') AND (until <= @now OR changed_at > @clock)
            """,
            new { account.Adapter, account.Address, now = now.ToUnixTimeMilliseconds(), clock = Clock(now), until = until.ToUnixTimeMilliseconds() },
            transaction) == 1,
        cancellationToken);

    /// <summary>The latest moment that a row can have been written at, unless the clock has been set back since.</summary>
    internal static long Clock(DateTimeOffset now) => (now + AccountState.ClockTolerance).ToUnixTimeMilliseconds();
}
