using System.Text.Json;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Storage;
using DealBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Benchmarks.Adapters;

/// <summary>The dispatcher, its database and its adapters as the service has them, with nothing else beside.</summary>
internal sealed class DispatchTrial : IAsyncDisposable
{
    /// <summary>The argument that starts the trial in a process of its own.</summary>
    public const string Verb = "adapters-trial";

    /// <summary>A round of the job.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Platforms _platforms;
    private readonly IReadOnlyList<Platform> _kinds = Platform.All();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly SqliteDatabase _database;
    private readonly Outbox _outbox;
    private readonly Dispatcher _dispatcher;

    private DispatchTrial(string folder, Platforms platforms, int rounds)
    {
        _platforms = platforms;
        var adapters = _kinds.ToDictionary(kind => kind.Name, kind => kind.Open(platforms.Addresses[kind.Name], rounds, _http));
        var configuration = Configure(Directory.CreateDirectory(Path.Combine(folder, "config")).FullName, adapters);
        _database = SqliteDatabase.Open(new StorageOptions { Path = Path.Combine(folder, "dealbot.db") });
        _outbox = new Outbox(_database);
        var (time, options) = (TimeProvider.System, new PostingOptions());
        var scope = new PostingScope(adapters, new PublicLinks(new Uri("https://deal.example.cn")), configuration, options);
        _dispatcher = new Dispatcher(
            _outbox,
            new MessageSender(adapters, new PictureFiles(folder, time), time, NullLogger<MessageSender>.Instance),
            new AccountWatch(new AccountStore(_database), new SilentNotices(), scope, time, NullLogger<AccountWatch>.Instance),
            new DispatchSettings(options, time),
            NullLogger<Dispatcher>.Instance);
    }

    public int Groups => _kinds.Sum(kind => kind.Accounts * kind.GroupsEach);

    public int Accounts => _kinds.Sum(kind => kind.Accounts);

    public int Throttled => _kinds.Sum(kind => kind.Throttled);

    public IEnumerable<string> Adapters => _kinds.Select(kind => kind.Name);

    public static Task<DispatchTrial> OpenAsync(string folder, Platforms platforms, int rounds) => Task.FromResult(new DispatchTrial(folder, platforms, rounds));

    /// <summary>Posts to every group at once, until those of accounts that are not to be throttled have all got theirs.</summary>
    /// <returns>What arrived at those groups.</returns>
    public async Task<IReadOnlyList<Arrival>> RunAsync(int round)
    {
        var due = TimeProvider.System.GetUtcNow().AddSeconds(10);
        var healthy = await PlanAsync(round, due);
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await CountAsync(round) < healthy)
        {
            await _dispatcher.RunAsync(enough.Token);
            await Task.Delay(Pause, enough.Token);
        }

        var mine = (await _platforms.ReportAsync()).Deliveries.Where(delivery => delivery.Text.StartsWith($"h{round}-", StringComparison.Ordinal)).ToList();
        if (mine.DistinctBy(delivery => delivery.Text).Count() != healthy || mine.Count != healthy)
        {
            throw new InvalidOperationException($"{healthy} posts were to arrive once, {mine.Count} came");
        }

        return [.. mine.Select(delivery => new Arrival(AccountOf(delivery.Text), (delivery.At - due).TotalSeconds))];
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>How many posts go to accounts that are not to be throttled.</returns>
    private async Task<int> PlanAsync(int round, DateTimeOffset due)
    {
        var healthy = 0;
        foreach (var kind in _kinds)
        {
            foreach (var (account, group) in from account in Enumerable.Range(0, kind.Accounts) from grp in Enumerable.Range(0, kind.GroupsEach) select (account, grp))
            {
                var isHealthy = account >= kind.Throttled;
                healthy += isHealthy ? 1 : 0;
                var id = $"{(isHealthy ? 'h' : 't')}{round}-{kind.Name}-{account:00}-{group:00}";
                await _outbox.PlanAsync(
                    new PlannedPost
                    {
                        PostId = id,
                        Kind = PostKind.Slot,
                        GroupId = GroupId(kind, account, group),
                        OwnerId = "o",
                        Adapter = kind.Name,
                        Address = kind.AddressOf(round, account, group),
                        DueAt = due,
                        ExpiresAt = due.AddMinutes(20),
                        Messages = [StoredMessage.OfText(id)],
                    },
                    CancellationToken.None);
            }
        }

        return healthy;
    }

    private Task<int> CountAsync(int round) => _database.ReadAsync(
        connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM posts WHERE state = 'sent' AND post_id LIKE @mine", new { mine = $"h{round}-%" }), CancellationToken.None);

    private LiveConfiguration Configure(string folder, IReadOnlyDictionary<string, IMessagingAdapter> adapters)
    {
        var groups = from kind in _kinds
                     from account in Enumerable.Range(0, kind.Accounts)
                     from grp in Enumerable.Range(0, kind.GroupsEach)
                     select new { id = GroupId(kind, account, grp), name = "群", owner = "o", adapter = kind.Name, address = kind.AddressOf(0, account, grp), audience = "a", schedule = "s" };
        void Write(string name, object content) => File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(content));
        Write(GroupsFile.Name, new { groups });
        Write(OwnersFile.Name, new { owners = new[] { new { id = "o", name = "O", networkAccounts = new { jd = "main" }, digest = new { at = "21:00", adapter = "wecom", address = _kinds[0].AddressOf(0, 0, 0) } } } });
        Write(SchedulesFile.Name, new { schedules = new[] { new { id = "s", rules = new[] { new { at = new[] { "09:00" } } } } } });
        Write(AudiencesFile.Name, new { audiences = new[] { new { id = "a", name = "邻里" } } });
        var surroundings = new Surroundings
        {
            Adapters = adapters.ToDictionary(adapter => adapter.Key, adapter => (Func<string, bool>)adapter.Value.Knows),
            NetworkAccounts = new Dictionary<string, IReadOnlyCollection<string>> { ["jd"] = ["main"] },
            ParseCron = (_, _) => throw new FormatException("no schedule here has one"),
            TemplateExists = _ => true,
        };
        return LiveConfiguration.Open(folder, surroundings, out var faults)
            ?? throw new InvalidOperationException(string.Join('\n', faults.Select(fault => fault.In(Language.English))));
    }

    /// <summary>The part of a post's id that names the account: it has the round in front and the group behind.</summary>
    private static string AccountOf(string postId) => postId[(postId.IndexOf('-', StringComparison.Ordinal) + 1)..postId.LastIndexOf('-')];

    private static string GroupId(Platform kind, int account, int group) => $"{kind.Name}-{account:00}-{group:00}";
}
