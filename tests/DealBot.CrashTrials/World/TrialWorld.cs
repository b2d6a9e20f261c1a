using System.Text.Json;
using DealBot.CrashTrials.Trials;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;
using DealBot.Simulators.WeCom;

namespace DealBot.CrashTrials.World;

/// <summary>What surrounds the service: a folder, the simulated network and chat platform, members who click and buy. It lives on while the service is killed.</summary>
internal sealed class TrialWorld : IAsyncDisposable
{
    private static readonly TimeSpan OrderTurn = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _chores = [];
    private readonly FirstPlan _firstPlan;

    private TrialWorld(int seed, TrialFiles files, TrialClock clock)
    {
        Files = files;
        Clock = clock;
        _firstPlan = new FirstPlan(files.Database, clock);
        Chat = new ChatLog(TrialFiles.Robots.ToDictionary(robot => robot.Value, robot => robot.Key), clock);
        Members = new Members(Killer, seed);
    }

    public TrialFiles Files { get; }

    public TrialClock Clock { get; }

    public Killer Killer { get; } = new();

    public ChatLog Chat { get; }

    public Members Members { get; }

    public JdSimulator Jd { get; private set; } = null!;

    public WeComSimulator WeCom { get; private set; } = null!;

    /// <summary>Clicks that the service itself says it could not keep, though it sent the member on.</summary>
    public long ClicksMayBeLost { get; set; }

    /// <summary>Since when no slot may be missing; null as long as the service has planned none.</summary>
    public DateTimeOffset? FirstSlotSeenAt => _firstPlan.At;

    /// <summary>Opens it; nothing moves before <see cref="Begin"/>.</summary>
    public static async Task<TrialWorld> OpenAsync(int seed, TrialFiles files, TrialClock clock)
    {
        var world = new TrialWorld(seed, files, clock);
        world.Jd = await JdSimulator.StartAsync(world.Network(seed), CancellationToken.None);
        world.WeCom = await WeComSimulator.StartAsync(world.Platform(), CancellationToken.None);
        return world;
    }

    /// <summary>Lets members click and orders move.</summary>
    /// <param name="address">Where the service listens now; null while it does not.</param>
    public void Begin(Func<Uri?> address)
    {
        _chores.Add(Members.RunAsync(address, Jd, _stop.Token));
        _chores.Add(MoveOrdersAsync());
        _chores.Add(_firstPlan.WatchAsync(_stop.Token));
    }

    /// <summary>Nobody clicks and nothing changes any more.</summary>
    public async Task CalmAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_chores);
        _chores.Clear();
    }

    /// <summary>Switches on what a life shall suffer.</summary>
    public void Suffer(PlatformFault fault)
    {
        switch (fault)
        {
            case PlatformFault.ChatCutsAfterAccepting: WeCom.Faults.DropAfterAccepting(); break;
            case PlatformFault.ChatCutsBeforeAccepting: WeCom.Faults.DropBeforeAccepting(); break;
            case PlatformFault.ChatAnswersTooLate: WeCom.Faults.NeverAnswer(); break;
            case PlatformFault.ChatAnswersHtml: WeCom.Faults.Html(); break;
            case PlatformFault.ChatAnswersHalf: WeCom.Faults.TruncatedJson(); break;
            case PlatformFault.ChatCutsItsAnswer: WeCom.Faults.CutAnswer(); break;
            case PlatformFault.ChatAnswersTwice: WeCom.Faults.AnswerTwice(); break;
            case PlatformFault.ChatBusy: WeCom.Faults.AnswerWith(-1); break;
            case PlatformFault.LinkAnswersHtml: Jd.Faults.Next(NetworkFault.HtmlPage, 2, Methods.Link); break;
            case PlatformFault.LinkTooFrequent: Jd.Faults.Next(NetworkFault.TooFrequent, 2, Methods.Link); break;
            case PlatformFault.OrdersTwice: Jd.Faults.Next(NetworkFault.DuplicateRows, 4, Methods.Orders); break;
            case PlatformFault.OrdersHalf: Jd.Faults.Next(NetworkFault.TruncatedJson, 2, Methods.Orders); break;
            case PlatformFault.OrdersHtml: Jd.Faults.Next(NetworkFault.HtmlPage, 2, Methods.Orders); break;
            case PlatformFault.OrdersTooLate:
                Jd.Faults.SlowBy = TimeSpan.FromSeconds(3);
                Jd.Faults.Next(NetworkFault.SlowResponse, 1, Methods.Orders);
                break;
            default: break;
        }
    }

    /// <summary>Writes the platforms' own logs beside the database, for whoever looks into a failure.</summary>
    public void WriteLogs()
    {
        File.WriteAllLines(Files.File("platform-chat.jsonl"), Chat.Calls.Select(call => JsonSerializer.Serialize(call)));
        File.WriteAllLines(Files.File("platform-orders.jsonl"), Jd.Orders.Select(order => JsonSerializer.Serialize(order)));
        File.WriteAllLines(Files.File("platform-clicks.jsonl"), Members.Clicks.Select(click => JsonSerializer.Serialize(click)));
    }

    public async ValueTask DisposeAsync()
    {
        await CalmAsync();
        Members.Dispose();
        await WeCom.DisposeAsync();
        await Jd.DisposeAsync();
        _stop.Dispose();
    }

    private JdSimulatorOptions Network(int seed) => new()
    {
        Accounts = [TrialFiles.Account],
        Clock = Clock,
        Seed = seed,
        OrderPace = new OrderPace
        {
            FastestCompletion = TimeSpan.FromSeconds(3),
            SlowestCompletion = TimeSpan.FromSeconds(8),
            SlowShare = 0.1,
            ReturnedShare = 0.3,
            SlowestReturn = TimeSpan.FromSeconds(12),
        },
        Answering = method => method == Methods.Link ? Killer.MeetAsync(KillPhase.LinkAsked) : Task.CompletedTask,
        Answered = method => method switch
        {
            Methods.Link => Killer.MeetAsync(KillPhase.LinkGiven),
            Methods.Orders => Killer.MeetAsync(KillPhase.OrdersGiven),
            Methods.Deals => Killer.MeetAsync(KillPhase.DealsGiven),
            _ => Task.CompletedTask,
        },
    };

    private WeComSimulatorOptions Platform() => new()
    {
        Time = Clock,
        Robots = TrialFiles.Robots.ToDictionary(robot => robot.Value, robot => robot.Key),
        Judged = async call =>
        {
            var seen = Chat.Judged(call);
            if (!seen.Accepted)
                return;

            Members.Read(seen.Content);
            await Killer.MeetAsync(seen.Address == TrialGroup.OwnersRobot ? KillPhase.DigestAccepted : KillPhase.MessageAccepted);
        },
        Answered = call =>
        {
            Chat.Answered(call);
            return Killer.MeetAsync(KillPhase.MessageAnswered);
        },
    };

    private async Task MoveOrdersAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Jd.Advance();
            await Task.Delay(OrderTurn, CancellationToken.None);
        }
    }

    private static class Methods
    {
        public const string Link = "jd.union.open.promotion.bysubunionid.get";
        public const string Orders = "jd.union.open.order.row.query";
        public const string Deals = "jd.union.open.goods.jingfen.query";
    }
}
