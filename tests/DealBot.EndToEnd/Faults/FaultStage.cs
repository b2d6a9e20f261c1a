using System.Net;
using System.Text.Json;
using DealBot.CrashTrials.Audit;
using DealBot.CrashTrials.Trials;
using DealBot.CrashTrials.World;

namespace DealBot.EndToEnd.Faults;

/// <summary>The stage of the crash trials for one fault: one life, which is not killed, and the same audit at its end.</summary>
internal sealed class FaultStage : IAsyncDisposable
{
    /// <summary>Only ends what hangs: on a slow machine a robot's minute is full, and a slot that a network was too slow for waits for its next try.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(400);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly TempFolder _folder;
    private readonly Stage _stage;

    private FaultStage(TempFolder folder, Stage stage) => (_folder, _stage) = (folder, stage);

    public TrialWorld World => _stage.World;

    public ServiceProcess Service { get; private set; } = null!;

    /// <summary>What the service has said so far.</summary>
    public string Said => string.Join('\n', Directory.EnumerateFiles(_folder.Path, "life-*.log").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>Opens the stage, starts the service, and waits until every group has got something.</summary>
    public static async Task<FaultStage> OpenAsync(StageOptions? options = null)
    {
        var folder = new TempFolder();
        var stage = new FaultStage(folder, await Stage.OpenAsync(seed: 1, folder.Path, options ?? new StageOptions()));
        await stage.StartAsync();
        await stage.PostsInEveryGroupAsync();
        return stage;
    }

    /// <summary>Starts a life.</summary>
    public async Task StartAsync()
    {
        Service = _stage.Start();
        Assert.That(await Service.ListeningAsync(), Is.True, Said);
    }

    /// <summary>Ends a life as systemd does.</summary>
    public Task EndAsync() => _stage.EndAsync(Service);

    /// <summary>Waits until every group has got something new: nobody has gone silent.</summary>
    public async Task PostsInEveryGroupAsync()
    {
        var before = Sent();
        try
        {
            await Poll.UntilAsync(
                () =>
                {
                    _stage.KeepSlotsComing();
                    return Task.FromResult(Sent());
                },
                now => TrialGroup.All.All(group => now.GetValueOrDefault(group.Id) > before.GetValueOrDefault(group.Id)),
                "something new in every group");
        }
        catch (AssertionException exception)
        {
            throw new AssertionException($"{exception.Message}\n{Said}");
        }
    }

    /// <summary>Follows a link as a member.</summary>
    public async Task<HttpStatusCode> FollowAsync(string code)
    {
        World.Members.Clicks[code].Try();
        using var response = await _http.GetAsync(new Uri(Service.Address!, $"/g/{code}"));
        return response.StatusCode;
    }

    /// <summary>How many clicks the service says it could not keep.</summary>
    public async Task<long> ClicksLostAsync()
    {
        using var response = await _http.GetAsync(new Uri(Service.Address!, "/readyz"));
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("clicksLost").GetInt64();
    }

    /// <summary>Lets everything come to rest.</summary>
    /// <returns>What ledger and world disagree about.</returns>
    public async Task<IReadOnlyList<Difference>> RestAsync()
    {
        await _stage.RestAsync(Service, Patience);
        return _stage.Compare().Differences;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stage.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Posts sent, by group.</summary>
    private Dictionary<string, long> Sent()
    {
        if (!Ledger.HoldsSlots(World.Files.Database))
            return [];

        using var ledger = Ledger.Open(World.Files.Database);
        return ledger.Posts().Where(post => post.State == "sent" && post.GroupId is not null).GroupBy(post => post.GroupId!).ToDictionary(group => group.Key, group => group.LongCount());
    }
}
