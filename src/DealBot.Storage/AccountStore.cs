using System.Data;
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

    /// <summary>The account of a post <c>p</c>; an address that nothing is noted of is an account of its own.</summary>
    internal const string OfPost = "COALESCE((SELECT d.account FROM addresses d WHERE d.adapter = p.adapter AND d.address = p.address), p.address)";

    private const string Columns = "adapter, account, state, since, changed_at, until, reason_zh, reason_en, failures, backoff_ms, rate";

    public Task<AccountState> GetAsync(AccountKey account, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<AccountRow>(
            $"SELECT {Columns} FROM accounts WHERE adapter = @Adapter AND account = @Name", account)?.ToState() ?? AccountState.Fresh,
        cancellationToken);

    public Task<IReadOnlyList<(AccountKey Account, AccountState State)>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(AccountKey, AccountState)>>(
            connection => [.. connection
                .Query<AccountRow>($"SELECT {Columns} FROM accounts ORDER BY adapter, account")
                .Select(row => (new AccountKey(row.Adapter, row.Account), row.ToState()))],
            cancellationToken);

    public Task AssignAsync(AccountKey account, string address, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => Assign(connection, transaction, account, address), cancellationToken);

    public async Task AssignAllAsync(Func<string, string, AccountKey> accountOf, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(
            connection => connection.Query<(string Adapter, string Address, string Account)>(
                """
                SELECT adapter, address, account FROM addresses
                UNION ALL
                SELECT DISTINCT p.adapter, p.address, p.address FROM posts p
                WHERE p.state IN ('planned', 'leased', 'sending')
                  AND NOT EXISTS (SELECT 1 FROM addresses d WHERE d.adapter = p.adapter AND d.address = p.address)
                """).ToList(),
            cancellationToken).ConfigureAwait(false);
        var wrong = known.Select(row => (row.Address, row.Account, Is: accountOf(row.Adapter, row.Address))).Where(row => row.Account != row.Is.Name).ToList();
        if (wrong.Count > 0)
        {
            await database.WriteAsync(
                (connection, transaction) => wrong.Sum(row => Assign(connection, transaction, row.Is, row.Address)), cancellationToken).ConfigureAwait(false);
        }
    }

    public Task SaveAsync(AccountKey account, AccountState state, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.Execute(
            $"""
            INSERT INTO accounts ({Columns})
            VALUES (@Adapter, @Account, @State, @Since, @ChangedAt, @Until, @ReasonZh, @ReasonEn, @Failures, @BackoffMs, @Rate)
            ON CONFLICT (adapter, account) DO UPDATE SET state = excluded.state, since = excluded.since, changed_at = excluded.changed_at,
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
            WHERE adapter = @Adapter AND account = @Name AND state IN ('open', 'half_open') AND (until <= @now OR changed_at > @clock)
            """,
            new { account.Adapter, account.Name, now = now.ToUnixTimeMilliseconds(), clock = Clock(now), until = until.ToUnixTimeMilliseconds() },
            transaction) == 1,
        cancellationToken);

    private static int Assign(IDbConnection connection, IDbTransaction transaction, AccountKey account, string address) => connection.Execute(
        """
        INSERT INTO addresses (adapter, address, account) VALUES (@Adapter, @address, @Name)
        ON CONFLICT (adapter, address) DO UPDATE SET account = excluded.account
        """,
        new { account.Adapter, address, account.Name },
        transaction);

    /// <summary>The latest moment that a row can have been written at, unless the clock has been set back since.</summary>
    internal static long Clock(DateTimeOffset now) => (now + AccountState.ClockTolerance).ToUnixTimeMilliseconds();
}
