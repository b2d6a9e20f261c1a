using System.Diagnostics;
using DealBot.CrashTrials.Audit;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Trials;

/// <summary>The service and what surrounds it, for one trial: starts lives, keeps their story, brings the last one to rest, compares.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>Longer than a trial takes but on a slow machine; an edit ends the schedules when the last life begins.</summary>
    private static readonly TimeSpan Schedule = TimeSpan.FromMinutes(8);

    /// <summary>With less to come than this when something begins, the schedules are lengthened: after their end no slot would come, and none may be missing.</summary>
    private static readonly TimeSpan LeastAhead = TimeSpan.FromMinutes(4);

    /// <summary>Slots of the last life: the ledger must show that the service went on.</summary>
    private static readonly TimeSpan LastSlots = TimeSpan.FromSeconds(4);

    private const int LastClicks = 50;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly StageOptions _options;
    private readonly DateTimeOffset _openedAt;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Life> _lives = [];
    private TimeSpan _scheduled = Schedule;
    private ServiceProcess? _service;
    private DateTimeOffset _endOfSlots;

    private Stage(TrialWorld world, StageOptions options) => (World, _options, _openedAt) = (world, options, options.Clock.GetUtcNow());

    public TrialWorld World { get; }

    /// <summary>The lives that are over.</summary>
    public IReadOnlyList<Life> Lives => _lives;

    /// <summary>Opens it in a folder of its own: files are written, platforms answer, members look for links; the service is not started.</summary>
    /// <param name="seed">What chance goes by.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="options">What is unusual.</param>
    public static async Task<Stage> OpenAsync(int seed, string folder, StageOptions options)
    {
        var files = new TrialFiles(folder, options);
        var stage = new Stage(await TrialWorld.OpenAsync(seed, files, options.Clock), options);
        stage.World.Files.WriteAll(stage.World.Jd.Gateway, stage.World.WeCom.BaseAddress, stage._openedAt, stage._openedAt + Schedule);
        stage.World.Members.Buy = options.MembersBuy;
        stage.World.Begin(() => stage._service?.Address);
        return stage;
    }

    /// <summary>Starts a life; it does not listen yet.</summary>
    public ServiceProcess Start()
    {
        KeepSlotsComing();
        return _service = ServiceProcess.Start(
            World.Files.Folder, World.Files.File(FormattableString.Invariant($"life-{_lives.Count + 1}.log")), _options.Clock.GetUtcNow(), _options.Environment);
    }

    /// <summary>Lengthens the schedules if they are about to end. Goes by the machine's own time, whatever the clocks show.</summary>
    public void KeepSlotsComing()
    {
        if (_scheduled - _watch.Elapsed < LeastAhead)
        {
            var longer = _watch.Elapsed + Schedule - _scheduled;
            _scheduled += longer;
            World.Files.Lengthen(longer);
        }
    }

    /// <summary>Keeps the story of a life that is over.</summary>
    public void Ended(ServiceProcess service, LifePlan? plan, LifeEnd end)
    {
        _service = null;
        _lives.Add(new Life(plan, service.BegunAt, _options.Clock.GetUtcNow(), end));
    }

    /// <summary>Ends the schedules some seconds from now, waits until nothing is open, and ends the service as systemd does.</summary>
    public async Task RestAsync(ServiceProcess service, TimeSpan patience)
    {
        KeepSlotsComing();
        _endOfSlots = _options.Clock.GetUtcNow() + LastSlots;
        World.Files.WriteSchedules(_endOfSlots);
        await Task.Delay(LastSlots);
        await World.Members.BusyAsync(LastClicks, LongestWait);
        await World.CalmAsync();
        await Quiet.WaitAsync(World, _endOfSlots, service, patience);
        await EndAsync(service);
    }

    /// <summary>Ends the service as systemd does.</summary>
    public async Task EndAsync(ServiceProcess service)
    {
        if (!service.HasExited)
            await service.AskToEndAsync();

        Ended(service, plan: null, await service.EndedAsync() ? LifeEnd.Terminated : LifeEnd.ByItself);
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
