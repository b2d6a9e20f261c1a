using System.Text.Json;
using DealBot.Contracts;
using DealBot.Host.Plugins;

namespace DealBot.Host.Tests.Plugins;

/// <summary>What a plugin's adapter may do wrong once it is in use.</summary>
public sealed class GuardedAdapterTests
{
    private static readonly SendRequest Request = ContractKit.Some.Request("board");

    private PluginStage _stage = null!;
    private PluginSet? _plugins;

    [SetUp]
    public void Open() => _stage = new PluginStage();

    [TearDown]
    public void Close()
    {
        _plugins?.Dispose();
        _stage.Dispose();
    }

    [Test]
    public async Task Send_that_throws_is_of_unknown_outcome_and_names_the_plugin()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(send: "throw new InvalidOperationException(\"s3cret\")"));

        var result = await adapter.SendAsync(Request, CancellationToken.None);

        Assert.That(((SendResult.Unknown)result).Reason.En, Is.EqualTo("plugin acme threw InvalidOperationException, see the log"));
        Assert.That(_stage.Log.Lines.Select(line => line.Event), Has.One.EqualTo(1222));
    }

    [TestCase("new TaskCompletionSource<SendResult>().Task")]
    [TestCase("Hang()")]
    public async Task Send_that_hangs_is_of_unknown_outcome_when_its_time_is_over_and_holds_up_nobody(string send)
    {
        var adapter = await LoadAsync(PluginSources.Adapter(send: send, members: Hang));

        var sending = adapter.SendAsync(Request, CancellationToken.None);
        Assert.That(sending.IsCompleted, Is.False);

        Assert.That(((SendResult.Unknown)await _stage.PassAsync(sending)).Reason.En, Is.EqualTo("plugin acme did not answer within 30 s"));
    }

    [Test]
    public async Task Plugin_that_hangs_again_and_again_is_not_called_any_more_until_a_call_comes_back()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(
            send: "Gate(request)",
            members: """
                private static readonly SemaphoreSlim _gate = new SemaphoreSlim(0);
                private static int _calls;
                private async Task<SendResult> Gate(SendRequest request)
                {
                    Interlocked.Increment(ref _calls);
                    await _gate.WaitAsync();
                    return new SendResult.Sent(_calls.ToString());
                }
                """));
        for (var call = 1; call <= PluginCalls.MostHung; call++)
        {
            // The thread of a call may begin when its time is long over; those that hang are counted below.
            var sending = adapter.SendAsync(Request, CancellationToken.None);
            while ((int)Of("_calls") < call && !sending.IsCompleted)
            {
                await Task.Yield();
            }

            await _stage.PassAsync(sending);
        }

        var calls = _plugins!.Loaded.Single().Calls;
        Assert.That(calls.IsStuck, Is.True);
        Assert.That(await adapter.SendAsync(Request, CancellationToken.None), Is.InstanceOf<SendResult.RetryAfter>(), "certainly not sent: it was not called");

        await ReleaseAsync();
        Assert.That(await adapter.SendAsync(Request, CancellationToken.None), Is.EqualTo(new SendResult.Sent("5")), "four that hung and this one");

        // The plugin lets all go on from a thread of the test's own, since the host does not call it any more.
        async Task ReleaseAsync()
        {
            ((SemaphoreSlim)Of("_gate")).Release(5);
            while (calls.IsStuck)
            {
                await Task.Yield();
            }
        }

        object Of(string field) => System.Runtime.Loader.AssemblyLoadContext.All.SelectMany(context => context.Assemblies)
            .Last(assembly => assembly.Location == Path.Combine(_stage.Path, "acme", "acme.dll")).GetType("Board")!
            .GetField(field, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;
    }

    [Test]
    public async Task Nothing_is_no_result()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(send: "Task.FromResult<SendResult>(null)"));

        Assert.That(await adapter.SendAsync(Request, CancellationToken.None), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Task_that_nobody_can_ask_about_is_of_unknown_outcome()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(send: "Task.FromResult<SendResult>(new SendResult.Awaiting(\"1\", new Phrase(\"\", \"\")))"));

        Assert.That(await adapter.SendAsync(Request, CancellationToken.None), Is.InstanceOf<SendResult.Unknown>());
    }

    [Test]
    public async Task Limits_that_throw_are_those_of_the_adapter()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(limits: "throw new Exception()"));

        Assert.That((adapter.LimitsFor("board").TextLength, adapter.AccountOf("board"), adapter.Knows("board")), Is.EqualTo((500, "board", true)));
        Assert.That(_stage.Log.Lines.Count(line => line.Event == 1222), Is.EqualTo(1), "asked once");
    }

    [Test]
    public async Task Limits_that_hang_are_those_of_the_adapter()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(limits: "Hold()", members: "private static AdapterLimits Hold() { Thread.Sleep(Timeout.Infinite); return null; }"));

        Assert.That(await _stage.PassAsync(Task.Run(() => adapter.LimitsFor("board").TextLength)), Is.EqualTo(500));
    }

    [Test]
    public async Task Preview_with_a_gap_in_it_shows_nothing()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(members: "public IReadOnlyList<WireCall> Preview(SendRequest request) => new WireCall[] { null };"));

        Assert.That(adapter.Preview(Request), Is.Empty);
    }

    [Test]
    public async Task Secret_of_its_options_in_a_reason_is_masked()
    {
        _stage.Options["acme"] = JsonElement.Parse("""{ "door": "the-s3cret-door" }""");
        var adapter = await LoadAsync(
            PluginSources.Adapter(send: "Task.FromResult<SendResult>(new SendResult.Rejected(new Phrase(_context.Options.GetProperty(\"door\").GetString(), \"at the-s3cret-door\")))"),
            """{ "type": "object", "properties": { "door": { "type": "string", "x-secret": true } } }""");

        var result = (SendResult.Rejected)await adapter.SendAsync(Request, CancellationToken.None);

        Assert.That(result.Reason, Is.EqualTo(new Phrase("***", "at ***")));
    }

    [Test]
    public async Task What_the_plugin_would_refuse_is_known_beforehand_and_masked()
    {
        _stage.Options["acme"] = JsonElement.Parse("""{ "door": "the-s3cret-door" }""");
        var adapter = await LoadAsync(
            PluginSources.Adapter(members: "public SendResult.Rejected Refuse(SendRequest request) => new SendResult.Rejected(new Phrase(\"太长\", \"too long for the-s3cret-door\")) { IsOwnCheck = true };"),
            """{ "type": "object", "properties": { "door": { "type": "string", "x-secret": true } } }""");

        var refused = adapter.Refuse(Request)!;

        Assert.That((refused.Reason, refused.IsOwnCheck), Is.EqualTo((new Phrase("太长", "too long for ***"), true)));
    }

    [TestCase("throw new InvalidOperationException()")]
    [TestCase("null")]
    public async Task Plugin_that_can_not_say_what_it_would_refuse_has_no_say(string refuse)
    {
        var adapter = await LoadAsync(PluginSources.Adapter(members: $"public SendResult.Rejected Refuse(SendRequest request) => {refuse};"));

        Assert.That(adapter.Refuse(Request), Is.Null);
    }

    [TestCase("throw new InvalidOperationException()")]
    [TestCase("Thread.Sleep(Timeout.Infinite)")]
    public async Task Disposal_that_throws_or_hangs_does_not_keep_the_host_from_ending(string dispose)
    {
        var adapter = await LoadAsync(PluginSources.Adapter(also: "IDisposable", members: $"public void Dispose() => {dispose};"));

        var ending = Task.Run(() =>
        {
            ((IDisposable)adapter).Dispose();
            return true;
        });

        Assert.That(await _stage.PassAsync(ending), Is.True);
    }

    [Test]
    public async Task Caller_that_cancels_is_not_kept()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(send: "Hang()", members: Hang));
        using var cancelled = new CancellationTokenSource();

        var sending = adapter.SendAsync(Request, cancelled.Token);
        await cancelled.CancelAsync();

        Assert.That(async () => await sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task What_an_adapter_can_do_beyond_sending_gets_through_and_what_it_can_not_is_said_so()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(
            also: "IGroupRoster", members: "public Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken) => Task.FromResult<int?>(42);"));

        Assert.That(await ((IGroupRoster)adapter).CountMembersAsync("board", CancellationToken.None), Is.EqualTo(42));
        Assert.That(await ((IDeliveryProof)adapter).ProveAsync(Request, CancellationToken.None), Is.InstanceOf<DeliveryProof.Unknowable>());
        Assert.That(adapter, Is.Not.InstanceOf<IChatListener>().And.Not.InstanceOf<ICallbackReceiver>());
    }

    [Test]
    public async Task Adapter_that_can_not_count_does_not_look_as_if_it_could() =>
        Assert.That(await LoadAsync(PluginSources.Adapter()), Is.Not.InstanceOf<IGroupRoster>());

    [Test]
    public async Task Count_that_throws_is_a_platform_that_could_not_be_asked()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(
            also: "IGroupRoster", members: "public Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken) => throw new InvalidOperationException(\"s3cret\");"));

        Assert.That(async () => await ((IGroupRoster)adapter).CountMembersAsync("board", CancellationToken.None), Throws.InstanceOf<HttpRequestException>().With.Message.Not.Contains("s3cret"));
    }

    [Test]
    public async Task Listener_that_blocks_its_thread_tells_what_it_hears_and_keeps_nobody_from_leaving()
    {
        var adapter = await LoadAsync(PluginSources.Adapter(
            also: "IChatListener",
            members: """
                public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken)
                {
                    events.TakeAsync(new ChatEvent.MembersJoined("board", "1", DateTimeOffset.UnixEpoch, 1), cancellationToken).AsTask().Wait();
                    Thread.Sleep(Timeout.Infinite);
                    return null;
                }
                """));
        var events = new TakenEvents();
        using var stopping = new CancellationTokenSource();

        var listening = ((IChatListener)adapter).ListenAsync(events, stopping.Token);
        Assert.That(await events.First, Is.EqualTo("1"));
        await stopping.CancelAsync();

        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
    }

    private const string Hang = "private static Task<SendResult> Hang() { Thread.Sleep(Timeout.Infinite); return null; }";

    private async Task<IMessagingAdapter> LoadAsync(string code, string? options = null)
    {
        _stage.Add("acme", code, PluginStage.Manifest("acme", options: options));
        _plugins = await _stage.LoadAsync();
        Assert.That(_plugins.Failures, Is.Empty);
        return _plugins.Adapters.Single();
    }

    private sealed class TakenEvents : IChatEvents
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> First => _first.Task;

        public ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            _first.TrySetResult(chatEvent.EventId);
            return ValueTask.CompletedTask;
        }
    }
}
