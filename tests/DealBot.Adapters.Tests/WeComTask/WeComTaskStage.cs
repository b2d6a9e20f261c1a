using DealBot.Adapters.WeComTask;
using DealBot.Adapters.WeComTask.Callbacks;
using DealBot.Contracts;
using DealBot.Simulators.WeComTask;

namespace DealBot.Adapters.Tests.WeComTask;

/// <summary>The adapter of customer groups and its simulator, over real HTTP, on one manual clock.</summary>
internal sealed class WeComTaskStage : SimulatedStage
{
    public const string CorpId = "ww1a2b3c4d5e6f7a8b";
    public const string Secret = "made-up-secret-of-an-application";
    public const string CallbackToken = "dealbotToken";
    public const string CallbackKey = "dealbotDEALBOTdealbot0123456789abcdefghijkL";
    public const string ChatId = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA";
    public const string OtherChatId = "wrOgQhDgAAMYQiS5ol9G7gK9JVBBBB";
    public const string Owner = "zhangsan";

    private readonly HttpClient _http = new();

    private WeComTaskStage(WeComTaskSimulator simulator, ManualTime time)
        : base(simulator)
    {
        (Simulator, Time) = (simulator, time);
        Adapter = NewAdapter();
    }

    public override WeComTaskAdapter Adapter { get; }

    public WeComTaskSimulator Simulator { get; }

    public ManualTime Time { get; }

    public override IReadOnlyList<string> Secrets => [Secret, CallbackToken, CallbackKey, "token-of-"];

    public static async Task<WeComTaskStage> SetAsync(int? messagesPerMonth = null, int unknownChatCode = 86003)
    {
        var time = new ManualTime();
        var options = new WeComTaskSimulatorOptions
        {
            Time = time,
            CorpId = CorpId,
            Secret = Secret,
            Members = [Owner],
            MessagesPerMonth = messagesPerMonth,
            UnknownChatCode = unknownChatCode,
            Chats = new Dictionary<string, WeComSimulatedChat>
            {
                [ChatId] = new("宝妈群", Owner, 188),
                [OtherChatId] = new("别人的群", "lisi", 20),
            },
        };
        return new WeComTaskStage(await WeComTaskSimulator.StartAsync(options, CancellationToken.None), time);
    }

    public static WeComTaskOptions OptionsFor(Uri baseUrl) => new()
    {
        BaseUrl = baseUrl,
        CorpId = CorpId,
        Secret = Secret,
        AgentId = 1000002,
        Chats = new Dictionary<string, WeComTaskChat>
        {
            ["main"] = new() { ChatId = ChatId, Sender = Owner },
            ["foreign"] = new() { ChatId = OtherChatId, Sender = Owner },
            ["gone"] = new() { ChatId = "wrGone", Sender = Owner },
        },
        Members = new Dictionary<string, string> { ["boss"] = Owner, ["stranger"] = "wangwu" },
        Callback = new WeComCallbackOptions { Token = CallbackToken, EncodingAesKey = CallbackKey },
    };

    /// <summary>One more adapter, set up otherwise.</summary>
    public WeComTaskAdapter NewAdapter(Func<WeComTaskOptions, WeComTaskOptions>? change = null)
    {
        var options = OptionsFor(Simulator.BaseAddress);
        return new WeComTaskAdapter(change?.Invoke(options) ?? options, _http, Time);
    }

    public Task<SendResult> SendAsync(OutgoingMessage? message = null, string address = "main") =>
        Adapter.SendAsync(Some.Request(address, message), CancellationToken.None);

    /// <summary>Id of a task that was just made.</summary>
    public async Task<string> AddTaskAsync() => ((SendResult.Awaiting)await SendAsync()).TaskId;

    public Task<ConfirmationState> AskAsync(string taskId) => Adapter.AskAsync("main", taskId, CancellationToken.None);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Simulator.Tasks.Select(AsMessage)];

    protected override IMessagingAdapter AdapterAt(Uri baseAddress) => new WeComTaskAdapter(OptionsFor(baseAddress), _http, Time);

    protected override int? CodeOf(PlatformFault fault) => fault switch
    {
        PlatformFault.OverQuota => 45009,
        PlatformFault.Blocked => 48002,
        _ => -1,
    };

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }

    private static OutgoingMessage AsMessage(WeComSimulatedTask task) => task switch
    {
        { LinkTitle: { } title } => new OutgoingMessage.News(title, task.LinkDescription, new Uri(task.LinkUrl!), null),
        { Picture: { } picture, Text: { } text } => new OutgoingMessage.Captioned(new OutgoingMessage.Image(picture, "image/png"), text),
        { Picture: { } picture } => new OutgoingMessage.Image(picture, "image/png"),
        _ => new OutgoingMessage.Text(task.Text!),
    };
}
