using System.Collections.Concurrent;
using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>
/// A plugin's adapter as the host sees it: nothing that it throws, holds back or says wrongly gets further than this. What only some adapters
/// can is here for <see cref="GuardedAdapters"/> to show; what nobody can see from outside has an answer that stands for "can't".
/// </summary>
internal class GuardedAdapter(GuardedParts parts) : IMessagingAdapter, IDeliveryProof, IOwnerConfirmation, IDisposable
{
    private static readonly TimeSpan WhileStuck = TimeSpan.FromMinutes(1);

    private readonly IMessagingAdapter _inner = parts.Inner;
    private readonly AdapterProfile _profile = parts.Profile;
    private readonly PluginCalls _calls = parts.Calls;
    private readonly ConcurrentDictionary<string, AddressFacts> _facts = new();

    public string Name => _calls.Plugin;

    public AdapterLimits Limits => _profile.Limits;

    public IReadOnlyCollection<string> Endpoints => _profile.Endpoints;

    public AdapterLimits LimitsFor(string address) => FactsOf(address).Limits;

    public string AccountOf(string address) => FactsOf(address).Account;

    public bool Knows(string address) => FactsOf(address).IsKnown;

    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _calls.RunAsync(nameof(SendAsync), token => _inner.SendAsync(request, token), cancellationToken).ConfigureAwait(false);
            return Checked(result);
        }
        catch (PluginStuckException exception)
        {
            return new SendResult.RetryAfter(WhileStuck, _calls.Say(exception));
        }
        catch (Exception exception) when (!IsCancelled(exception, cancellationToken))
        {
            // The supervised edge to plugins: whatever escapes one, the message may have left.
            _calls.Told(exception, nameof(SendAsync));
            return new SendResult.Unknown(_calls.Say(exception));
        }
    }

    public SendResult.Rejected? Refuse(SendRequest request) =>
        _calls.Ask<SendResult.Rejected?>(nameof(Refuse), () => _inner.Refuse(request) is { } refused ? refused with { Reason = Masked(refused.Reason) } : null, null);

    public IReadOnlyList<WireCall> Preview(SendRequest request) =>
        _calls.Ask<IReadOnlyList<WireCall>>(nameof(Preview), () => [.. (_inner.Preview(request) ?? []).Select(Masked)], []);

    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            var report = await _calls.RunAsync(nameof(TestAsync), token => _inner.TestAsync(address, token), cancellationToken).ConfigureAwait(false);
            return report is null
                ? Failed(Nothing(nameof(TestAsync)))
                : report with { Faults = [.. report.Faults.Select(fault => fault with { Reason = Masked(fault.Reason) })], Note = report.Note is { } note ? Masked(note) : null };
        }
        catch (Exception exception) when (!IsCancelled(exception, cancellationToken))
        {
            _calls.Told(exception, nameof(TestAsync));
            return Failed(_calls.Say(exception));
        }
    }

    public async Task<DeliveryProof> ProveAsync(SendRequest request, CancellationToken cancellationToken) => _inner is IDeliveryProof proof
        ? await _calls.RunAsync(nameof(ProveAsync), token => proof.ProveAsync(request, token), cancellationToken).ConfigureAwait(false) ?? new DeliveryProof.Unknowable()
        : new DeliveryProof.Unknowable();

    public async Task<ConfirmationState> AskAsync(string address, string taskId, CancellationToken cancellationToken) =>
        (_inner is IOwnerConfirmation confirmation
            ? await _calls.RunAsync(nameof(AskAsync), token => confirmation.AskAsync(address, taskId, token), cancellationToken).ConfigureAwait(false)
            : null) ?? new ConfirmationState.Unknowable(Nothing(nameof(AskAsync)));

    /// <summary>As <see cref="IGroupRoster"/> has it.</summary>
    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            return await _calls.RunAsync(nameof(CountMembersAsync), token => ((IGroupRoster)_inner).CountMembersAsync(address, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not HttpRequestException && !IsCancelled(exception, cancellationToken))
        {
            // The supervised edge to plugins; callers know what to do when the platform can't be asked.
            _calls.Told(exception, nameof(CountMembersAsync));
            throw new HttpRequestException(_calls.Say(exception).En);
        }
    }

    /// <summary>As <see cref="ICallbackReceiver"/> has it.</summary>
    public Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken) =>
        _calls.RunAsync(nameof(ReceiveAsync), token => ((ICallbackReceiver)_inner).ReceiveAsync(request, events, token), cancellationToken);

    /// <summary>As <see cref="IChatListener"/> has it; who listens sees to a listener that throws. A thread of its own, since plugin code may block.</summary>
    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () => ((IChatListener)_inner).ListenAsync(events, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
        .Unwrap().WaitAsync(cancellationToken);

    public void Dispose()
    {
        if (_inner is IDisposable disposable)
        {
            _ = _calls.Ask(nameof(Dispose), () => Close(disposable), otherwise: false);
        }
    }

    private static bool Close(IDisposable disposable)
    {
        disposable.Dispose();
        return true;
    }

    /// <summary>Whether an exception is no more than the caller's own cancellation.</summary>
    private static bool IsCancelled(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private AddressFacts FactsOf(string address) => _facts.GetOrAdd(address, asked => _calls.Ask(
        nameof(Knows),
        () => new AddressFacts(_inner.Knows(asked), _inner.AccountOf(asked) ?? asked, _inner.LimitsFor(asked) ?? _profile.Limits),
        new AddressFacts(IsKnown: true, asked, _profile.Limits)));

    private SendResult Checked(SendResult? result) => result switch
    {
        null => new SendResult.Unknown(Nothing(nameof(SendAsync))),
        SendResult.Awaiting when _inner is not IOwnerConfirmation => new SendResult.Unknown(new Phrase(
            $"插件 {Name} 说要等人确认，却不能说出结果", $"plugin {Name} says that somebody has to confirm, but can't tell the outcome")),
        SendResult.Awaiting awaiting => awaiting with { Reason = Masked(awaiting.Reason) },
        SendResult.RetryAfter retry => retry with { Reason = Masked(retry.Reason) },
        SendResult.Throttled throttled => throttled with { Reason = Masked(throttled.Reason) },
        SendResult.Blocked blocked => blocked with { Reason = Masked(blocked.Reason) },
        SendResult.Rejected rejected => rejected with { Reason = Masked(rejected.Reason) },
        SendResult.Unknown unknown => unknown with { Reason = Masked(unknown.Reason) },
        _ => result,
    };

    private WireCall Masked(WireCall call) => new(call.Method, parts.Secrets.Apply(call.Address), parts.Secrets.Apply(call.Body));

    private Phrase Masked(Phrase phrase) => new(parts.Secrets.Apply(phrase.Zh), parts.Secrets.Apply(phrase.En));

    private static AddressReport Failed(Phrase reason) => AddressReport.Failed(new AccountFault(null, reason));

    private Phrase Nothing(string member) => new($"插件 {Name} 的 {member} 没有给出结果", $"{member} of plugin {Name} gave no result");
}
