using DealBot.CrashTrials.Audit;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Trials;

/// <summary>The service and what surrounds it, for one trial: starts lives, keeps their story, brings the last one to rest, compares.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>Longer than any trial; an edit ends the schedules when the last life begins.</summary>
    private static readonly TimeSpan Schedule = TimeSpan.FromMinutes(4);

    /// <summary>Slots of the last life: the ledger must show that the service went on.</summary>
    private static readonly TimeSpan LastSlots = TimeSpan.FromSeconds(4);

    private readonly DateTimeOffset _openedAt = DateTimeOffset.UtcNow;
    private readonly List<Life> _lives = [];
    private ServiceProcess? _service;
    private DateTimeOffset _endOfSlots;

    private Stage(TrialWorld world) => World = world;

    public TrialWorld World { get; }

    /// <summary>The lives that are over.</summary>
    public IReadOnlyList<Life> Lives => _lives;

    /// <summary>Opens it in a folder of its own: files are written, platforms answer, members look for links; the service is not started.</summary>
    /// <param name="seed">What chance goes by.</param>
    /// <param name="folder">An empty folder.</param>
    public static async Task<Stage> OpenAsync(int seed, string folder)
    {
        var stage = new Stage(await TrialWorld.OpenAsync(seed, folder));
        stage.World.Files.WriteAll(stage.World.Jd.Gateway, stage.World.WeCom.BaseAddress, stage._openedAt, stage._openedAt + Schedule);
        stage.World.Begin(() => stage._service?.Address);
        return stage;
    }

    /// <summary>Starts a life; it does not listen yet.</summary>
    public ServiceProcess Start() =>
        _service = ServiceProcess.Start(World.Files.Folder, World.Files.File(FormattableString.Invariant($"life-{_lives.Count + 1}.log")));

    /// <summary>Keeps the story of a life that is over.</summary>
    public void Ended(ServiceProcess service, LifePlan? plan, LifeEnd end)
    {
        _service = null;
        _lives.Add(new Life(plan, service.BegunAt, DateTimeOffset.UtcNow, end));
    }

    /// <summary>Ends the schedules some seconds from now, waits until nothing is open, and ends the service as systemd does.</summary>
    public async Task RestAsync(ServiceProcess service, TimeSpan patience)
    {
        _endOfSlots = DateTimeOffset.UtcNow + LastSlots;
        World.Files.WriteSchedules(_openedAt, _endOfSlots);
        await Task.Delay(LastSlots);
        await World.CalmAsync();
        await Quiet.WaitAsync(World, _endOfSlots, service, patience);
        var done = !service.HasExited && await service.TerminateAsync() == 0;
        Ended(service, plan: null, done ? LifeEnd.Terminated : LifeEnd.ByItself);
    }

    /// <summary>What ledger and world disagree about, and how much there was to disagree about.</summary>
    public (TrialCounts Counts, IReadOnlyList<Difference> Differences) Compare()
    {
        using var ledger = Ledger.Open(World.Files.Database);
        return (TrialAudit.Count(ledger, World), TrialAudit.Compare(ledger, World, new TrialSpan(_lives, World.FirstSlotSeenAt, _endOfSlots)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        await World.DisposeAsync();
    }
}
