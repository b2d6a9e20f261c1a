using System.Diagnostics;
using System.Globalization;
using Dapper;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DealBot.Benchmarks;

/// <summary>
/// The digest of an owner with 500 groups over ten million clicks of 14 days, against counting the same hours from the clicks themselves. The
/// database has the tables, indexes and roll-ups that the service keeps; only its filling is done in bulk.
/// </summary>
internal static class DigestBenchmark
{
    private const int Groups = 500;
    private const int Days = 14;
    private const int PostsADay = 20;
    private const int Rounds = 15;
    private const int Cold = 5;

    private static readonly DateOnly Date = new(2026, 6, 14);

    public static async Task RunAsync(ScratchFolder folder)
    {
        var clicks = int.Parse(Environment.GetEnvironmentVariable("DEALBOT_BENCH_CLICKS") ?? "10000000", CultureInfo.InvariantCulture);
        using var foundation = await Stage.OpenAsync(folder, "digest", Groups);
        var path = folder.Path("digest/dealbot.db");
        var filling = Stopwatch.StartNew();
        Fill(path, clicks);
        await new GroupOwnership(foundation.Configuration, new GroupOwners(foundation.Database)).NoteAsync(CancellationToken.None);
        Console.WriteLine($"digest: {clicks:N0} clicks, {Groups} groups, {new FileInfo(path).Length / 1_048_576:N0} MB, filled in {filling.Elapsed.TotalSeconds:N0} s");

        var owner = foundation.Configuration.Current.Owners[0];
        List<double> cold = [], warm = [];
        for (var round = 0; round < Cold; round++)
        {
            using var fresh = SqliteDatabase.Open(new StorageOptions { Path = path });
            cold.Add(await TimeAsync(() => Reader(fresh).ReadAsync(owner, Date, CancellationToken.None)));
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < Rounds; round++)
        {
            warm.Add(await TimeAsync(() => Reader(foundation.Database).ReadAsync(owner, Date, CancellationToken.None)));
        }

        var busy = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
        var figures = await Reader(foundation.Database).ReadAsync(owner, Date, CancellationToken.None);
        var (counted, direct) = Count(path);
        if (figures.Days.Sum(day => day.Figures.Clicks) != counted || figures.Deals.Sum(deal => deal.Clicks) != figures.Today.Clicks || figures.Deals.Sum(deal => deal.Orders) != figures.Today.Orders)
        {
            throw new InvalidOperationException("the roll-ups and the clicks do not agree");
        }

        Figures.PrintTime("digest, first of a fresh connection", Figures.Median(cold));
        Figures.PrintTime("digest (aim: under 200)", Figures.Median(warm));
        Figures.PrintTime("  of it processor time", busy);
        Figures.PrintTime("the same hours counted from the clicks", direct);
        Figures.PrintRatio("  counted / digest", direct / Figures.Median(warm));
        await PrintPartsAsync(foundation.Database, [.. foundation.Configuration.Current.Groups.Select(group => group.Id)]);

        DigestReader Reader(SqliteDatabase database) => new(new MetricsStore(database), new NoticeStore(database), new MemberStore(database), foundation.Configuration, foundation.Time);
    }

    private static async Task PrintPartsAsync(SqliteDatabase database, IReadOnlyList<string> ids)
    {
        IMetricsStore store = new MetricsStore(database);
        var (start, end) = (new DateTimeOffset(Date, TimeOnly.MinValue, TimeSpan.FromHours(8)), new DateTimeOffset(Date.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8)));
        Figures.PrintTime("  processor time of hours", await BusyAsync(() => store.HoursAsync(ids, start.AddDays(1 - Days), end, CancellationToken.None)));
        Figures.PrintTime("  processor time of groups", await BusyAsync(() => store.GroupsAsync(ids, start, end, CancellationToken.None)));
        Figures.PrintTime("  processor time of deals", await BusyAsync(() => store.DealsAsync(ids, start, end, CancellationToken.None)));
        Figures.PrintTime("  processor time of skips", await BusyAsync(() => store.SkipsAsync(ids, start, end, CancellationToken.None)));
        Figures.PrintTime("  processor time of flags", await BusyAsync(() => store.FlagsAsync(ids, start, end, CancellationToken.None)));
        Figures.PrintTime("  processor time of drift", await BusyAsync(() => store.DriftAsync(ids, start, end, CancellationToken.None)));
    }

    private static async Task<double> BusyAsync<T>(Func<Task<T>> work)
    {
        const int rounds = 5;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < rounds; round++)
        {
            await work();
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / rounds;
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static (long Clicks, double Milliseconds) Count(string path)
    {
        using var connection = Open(path);
        var watch = Stopwatch.StartNew();
        var hours = connection.Query<(string Group, long Hour, long Clicks, long Visitors)>(
            "SELECT group_id, at - at % 3600000, COUNT(*), COUNT(DISTINCT visitor) FROM clicks WHERE kind = 'person' GROUP BY 1, 2").AsList();
        return (hours.Sum(hour => hour.Clicks), watch.Elapsed.TotalMilliseconds);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=3600");
        connection.Open();
        return connection;
    }

    /// <summary>Indexes are taken away while rows are put in, and made again: one by one they would take an hour.</summary>
    private static void Fill(string path, int clicks)
    {
        using var connection = Open(path);
        connection.Execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY");
        var indexes = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('clicks', 'posts', 'post_deals', 'orders') AND sql IS NOT NULL").AsList();
        foreach (var (name, _) in indexes)
        {
            connection.Execute($"DROP INDEX {name}");
        }

        // Nine in the morning until midnight, Shanghai; every click within the hour after its post.
        var start = new DateTimeOffset(Date.AddDays(1 - Days), new TimeOnly(8, 0), TimeSpan.FromHours(8)).ToUnixTimeMilliseconds();
        connection.Execute(
            $"""
            CREATE TEMP TABLE slots AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {Groups * Days * PostsADay})
            SELECT i, printf('p%07d', i) AS post, printf('g%03d', i % {Groups}) AS grp, printf('c%010d', i) AS code, i % 4001 AS item,
                {start} + (i / {Groups * PostsADay}) * 86400000 + (i / {Groups} % {PostsADay}) * 2700000 AS at FROM n;
            INSERT INTO posts (post_id, kind, group_id, owner_id, adapter, address, due_at, planned_at, expires_at, state, prepared, next_attempt_at, sent_at, considered, rejections, ad_law_flags, reason_zh, reason_en)
                SELECT post, 'slot', grp, 'o', 'preview', grp, at, at, at + 1200000, CASE WHEN i % 40 = 0 THEN 'skipped' ELSE 'sent' END, 1, at, at + i % 9000, 400, printf('%.*c', 200, 'r'),
                    CASE WHEN i % 200 = 1 THEN '第一' ELSE '' END, CASE WHEN i % 40 = 0 THEN '没有符合要求的商品' END, CASE WHEN i % 40 = 0 THEN 'no deal fits' END FROM slots;
            INSERT INTO messages (post_id, idx, kind, text, state, attempts) SELECT post, 0, 'text', printf('%.*c', 300, 't'), 'sent', 1 FROM slots;
            INSERT INTO post_deals (post_id, group_id, slot_at, network, item_id, title, category, price_fen, final_price_fen, commission_bp, code, target)
                SELECT post, grp, at, 'jd', item, '清风抽纸 家用实惠装 24 包 ' || item, '家居日用', 4990, 2490, 1500, code, 'https://u.jd.com/' || code FROM slots;
            INSERT INTO clicks (code, group_id, at, kind, rule, visitor, is_new_visitor)
                WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {clicks})
                SELECT s.code, s.grp, s.at + (n.i * 7919) % 2600000, CASE WHEN n.i % 5 = 4 THEN 'bot' ELSE 'person' END, '', printf('v%09d', (n.i * 48271) % 400000), n.i % 3 = 0
                FROM n JOIN slots s ON s.rowid = 1 + n.i % {Groups * Days * PostsADay};
            INSERT INTO metrics_hourly (group_id, hour, posts, clicks, visitors, raw_clicks)
                SELECT group_id, at - at % 3600000, 0, SUM(kind = 'person'), SUM(kind = 'person' AND is_new_visitor), COUNT(*) FROM clicks GROUP BY 1, 2;
            UPDATE post_deals SET clicks = counted.clicks FROM (SELECT code, COUNT(*) AS clicks FROM clicks WHERE kind = 'person' GROUP BY code) AS counted WHERE counted.code = post_deals.code;
            UPDATE posts SET state = 'sent' WHERE post_id IN (SELECT post_id FROM post_deals WHERE clicks > 0);
            INSERT INTO orders (network, row_id, order_id, account, owner_id, group_id, post_id, attribution, item_id, title, quantity, returned, status, status_code, ordered_at, modified_at,
                estimated_base_fen, estimated_fee_fen, actual_base_fen, actual_fee_fen, commission_bp, sales_fen, commission_fen, counts)
                SELECT 'jd', post, post, 'main', 'o', CASE WHEN i % 97 > 0 THEN grp END, CASE WHEN i % 97 > 1 THEN post END, 'link', item, '', 1, 0, 'paid', '16', at + 1800000, at + 1800000,
                    2490, 373, 0, 0, 1500, 2490, 373, 1 FROM slots WHERE i % 7 = 0;
            INSERT INTO metrics_hourly (group_id, hour, orders, sales_fen, commission_fen)
                SELECT group_id, ordered_at - ordered_at % 3600000, COUNT(*), SUM(sales_fen), SUM(commission_fen) FROM orders WHERE group_id IS NOT NULL GROUP BY 1, 2
                ON CONFLICT (group_id, hour) DO UPDATE SET orders = excluded.orders, sales_fen = excluded.sales_fen, commission_fen = excluded.commission_fen;
            """,
            commandTimeout: 3600);
        foreach (var (_, sql) in indexes)
        {
            connection.Execute(sql, commandTimeout: 3600);
        }
    }
}
