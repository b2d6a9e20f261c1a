using System.Diagnostics.Metrics;
using DealBot.Core.Accounts;
using DealBot.Core.Clicks;
using DealBot.Core.Health;
using DealBot.Host.Composition;

namespace DealBot.Host.Telemetry;

/// <summary>Shows what the ledger knows as gauges. It is read by a job before each export; a collector that asks never waits for a disk.</summary>
public sealed class LedgerGauges(IServiceFigures figures, IAccountStore accounts, DealBotMeter meter, ClickRecorder clicks, Foundation foundation)
{
    private static readonly string[] States = ["planned", "leased", "sending", "awaiting", "sent", "failed", "unknown", "skipped"];

    private volatile LedgerSnapshot? _read;
    private bool _made;

    /// <summary>Reads the ledger.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = foundation.Time.GetUtcNow();
        foreach (var post in await figures.SentAsync(_read?.At ?? now, now, cancellationToken).ConfigureAwait(false))
        {
            meter.PostSent(post.Kind, post.Late);
        }

        _read = new LedgerSnapshot(
            now,
            await figures.ReadAsync(now, cancellationToken).ConfigureAwait(false),
            await figures.LoadsAsync(now, cancellationToken).ConfigureAwait(false),
            await accounts.ListAsync(cancellationToken).ConfigureAwait(false));
        Make();
    }

    private void Make()
    {
        if (_made)
        {
            return;
        }

        _made = true;
        var of = meter.Meter;
        of.CreateObservableGauge("dealbot.posts.due", () => Read(read => read.Figures.Due), "{post}", "Posts whose moment has come and that are not sent yet");
        of.CreateObservableGauge("dealbot.posts.ahead", () => Read(read => read.Figures.Ahead), "{post}", "Posts planned for later");
        of.CreateObservableGauge("dealbot.posts.oldest_due", () => Read(read => read.Figures.OldestDue is { } due ? (read.At - due).TotalSeconds : 0), "s", "Age of the oldest post that is due and not sent");
        of.CreateObservableGauge("dealbot.posts.failure_rate", () => Read(read => read.Figures.FailureRate), "1", "Failed and unknown posts among those that ended within 24 hours");
        of.CreateObservableGauge("dealbot.posts.day", () => Each(read => States.Select(state => new Measurement<long>(read.Figures.LastDay.GetValueOrDefault(state), Tag("state", state)))), "{post}", "Posts due within 24 hours, by state");
        of.CreateObservableGauge("dealbot.clicks.day", () => Read(read => read.Figures.Clicks), "{click}", "Clicks by people within 24 hours");
        of.CreateObservableCounter("dealbot.clicks.lost", () => clicks.Lost, "{click}", "Clicks that could not be kept since the start");
        of.CreateObservableGauge("dealbot.orders.lag", () => Each(read => read.Figures.Orders.Select(known => new Measurement<double>((read.At - known.Until).TotalSeconds, Tag("network", known.Network), Tag("account", known.Account)))), "s", "How long ago an account's orders are known until");
        of.CreateObservableGauge("dealbot.links.broken", () => Each(read => read.Figures.Links.Select(state => new Measurement<long>(state.IsBroken ? 1 : 0, Tag("network", state.Network), Tag("account", state.Account)))), "1", "Whether an account's test links fail");
        of.CreateObservableGauge("dealbot.quota.left", () => Each(QuotaLeft), "{message}", "Messages that an account may still be handed within the last minute, hour and 24 hours");
        of.CreateObservableGauge("dealbot.account.phase", () => Each(read => read.Accounts.Select(row => new Measurement<long>((long)row.State.Phase, Tag("adapter", row.Account.Adapter), Tag("account", row.Account.Name)))), "1", "0 closed, 1 slowed, 2 open, 3 half-open");
    }

    private IEnumerable<Measurement<long>> QuotaLeft(LedgerSnapshot read) =>
        from load in read.Loads
        let limits = foundation.Integrations.Adapters.LimitsOf(load.Account, foundation.Configuration.Current)
        where limits is not null
        from window in new (string Name, int? Most, long Used)[] { ("minute", limits.MessagesPerMinute, load.LastMinute), ("hour", limits.MessagesPerHour, load.LastHour), ("day", limits.MessagesPerDay, load.LastDay) }
        let most = window.Most ?? -1
        where most >= 0
        select new Measurement<long>(Math.Max(0, most - window.Used), Tag("adapter", load.Account.Adapter), Tag("account", load.Account.Name), Tag("window", window.Name));

    private IEnumerable<Measurement<T>> Read<T>(Func<LedgerSnapshot, T> value)
        where T : struct => _read is { } read ? [new Measurement<T>(value(read))] : [];

    private IEnumerable<Measurement<T>> Each<T>(Func<LedgerSnapshot, IEnumerable<Measurement<T>>> values)
        where T : struct => _read is { } read ? values(read) : [];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
