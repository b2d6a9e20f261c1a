using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Host.Secrets;

namespace DealBot.Host.Plugins;

/// <summary>
/// A plugin's adapter as the host sees it: nothing that it throws, holds back or says wrongly gets further than this. What it can do beyond
/// sending is passed on; where it can't, the answer is the one that stands for that.
/// </summary>
internal class GuardedAdapter(IMessagingAdapter inner, AdapterProfile profile, PluginCalls calls, SecretMask secrets)
    : IMessagingAdapter, IDeliveryProof, IOwnerConfirmation, IGroupRoster, ICallbackReceiver
{
    private static readonly TimeSpan WhileStuck = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AddressFacts> _facts = new();

    public string Name => calls.Plugin;

    protected IMessagingAdapter Inner => inner;

    protected PluginCalls Calls => calls;

    public AdapterLimits Limits => profile.Limits;

    public IReadOnlyCollection<string> Endpoints => profile.Endpoints;

    public AdapterLimits LimitsFor(string address) => FactsOf(address).Limits;

    public string AccountOf(string address) => FactsOf(address).Account;

    public bool Knows(string address) => FactsOf(address).IsKnown;

    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var result = await calls.RunAsync(nameof(SendAsync), token => inner.SendAsync(request, token), cancellationToken).ConfigureAwait(false);
            return Checked(result);
        }
        catch (PluginStuckException exception)
        {
            return new SendResult.RetryAfter(WhileStuck, calls.Say(exception));
        }
        catch (Exception exception) when (!IsCancelled(exception, cancellationToken))
        {
            // The supervised edge to plugins: whatever escapes one, the message may have left.
            calls.Told(exception, nameof(SendAsync));
            return new SendResult.Unknown(calls.Say(exception));
        }
    }

    public IReadOnlyList<WireCall> Preview(SendRequest request) =>
        [.. calls.Ask(nameof(Preview), () => inner.Preview(request) ?? [], []).Select(call => new WireCall(call.Method, secrets.Apply(call.Address), secrets.Apply(call.Body)))];

    public async Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            var report = await calls.RunAsync(nameof(TestAsync), token => inner.TestAsync(address, token), cancellationToken).ConfigureAwait(false);
            return report is null
                ? Failed(Nothing(nameof(TestAsync)))
                : report with { Faults = [.. report.Faults.Select(fault => fault with { Reason = Masked(fault.Reason) })], Note = report.Note is { } note ? Masked(note) : null };
        }
        catch (Exception exception) when (!IsCancelled(exception, cancellationToken))
        {
            calls.Told(exception, nameof(TestAsync));
            return Failed(calls.Say(exception));
        }
    }

    public async Task<DeliveryProof> ProveAsync(SendRequest request, CancellationToken cancellationToken) => inner is IDeliveryProof proof
        ? await calls.RunAsync(nameof(ProveAsync), token => proof.ProveAsync(request, token), cancellationToken).ConfigureAwait(false) ?? new DeliveryProof.Unknowable()
        : new DeliveryProof.Unknowable();

    public async Task<ConfirmationState> AskAsync(string address, string taskId, CancellationToken cancellationToken) =>
        (inner is IOwnerConfirmation confirmation
            ? await calls.RunAsync(nameof(AskAsync), token => confirmation.AskAsync(address, taskId, token), cancellationToken).ConfigureAwait(false)
            : null) ?? new ConfirmationState.Unknowable(Nothing(nameof(AskAsync)));

    public async Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken) => inner is IGroupRoster roster
        ? await calls.RunAsync(nameof(CountMembersAsync), token => roster.CountMembersAsync(address, token), cancellationToken).ConfigureAwait(false)
        : null;

    public async Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken) => inner is ICallbackReceiver receiver
        ? await calls.RunAsync(nameof(ReceiveAsync), token => receiver.ReceiveAsync(request, events, token), cancellationToken).ConfigureAwait(false)
        : new CallbackReply(404);

    /// <summary>Whether an exception is no more than the caller's own cancellation.</summary>
    protected static bool IsCancelled(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private AddressFacts FactsOf(string address) => _facts.GetOrAdd(address, asked => calls.Ask(
        nameof(Knows),
        () => new AddressFacts(inner.Knows(asked), inner.AccountOf(asked) ?? asked, inner.LimitsFor(asked) ?? profile.Limits),
        new AddressFacts(IsKnown: true, asked, profile.Limits)));

    private SendResult Checked(SendResult? result) => result switch
    {
        null => new SendResult.Unknown(Nothing(nameof(SendAsync))),
        SendResult.Awaiting when inner is not IOwnerConfirmation => new SendResult.Unknown(new Phrase(
            $"插件 {Name} 说要等人确认，却不能说出结果", $"plugin {Name} says that somebody has to confirm, but can't tell the outcome")),
        SendResult.Awaiting awaiting => awaiting with { Reason = Masked(awaiting.Reason) },
        SendResult.RetryAfter retry => retry with { Reason = Masked(retry.Reason) },
        SendResult.Throttled throttled => throttled with { Reason = Masked(throttled.Reason) },
        SendResult.Blocked blocked => blocked with { Reason = Masked(blocked.Reason) },
        SendResult.Rejected rejected => rejected with { Reason = Masked(rejected.Reason) },
        SendResult.Unknown unknown => unknown with { Reason = Masked(unknown.Reason) },
        _ => result,
    };

    private Phrase Masked(Phrase phrase) => new(secrets.Apply(phrase.Zh), secrets.Apply(phrase.En));

    private static AddressReport Failed(Phrase reason) => AddressReport.Failed(new AccountFault(null, reason));

    private Phrase Nothing(string member) => new($"插件 {Name} 的 {member} 没有给出结果", $"{member} of plugin {Name} gave no result");
}
