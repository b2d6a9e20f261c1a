using System.Data.Common;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Bot;
using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Health;
using DealBot.Host.Plugins;
using DealBot.Host.Settings;
using DealBot.Storage;

namespace DealBot.Host.Health;

/// <summary>Where a health check looks.</summary>
public sealed record HealthSources(
    StorageProbe Probe, IServiceFigures Figures, IAccountStore Accounts, DealCatalog Catalog, ClickRecorder Clicks, IPauseStore Pauses, ListenerBoard Listeners)
{
    internal PluginSet Plugins { get; init; } = PluginSet.Empty;
}

/// <summary>Finds out how the service is.</summary>
public sealed class HealthCheck(HealthSources sources, LiveConfiguration configuration, HostSettings settings, TimeProvider time)
{
    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var trouble = await sources.Probe.TryAsync(cancellationToken).ConfigureAwait(false);
        var (figures, ledger) = await ReadAsync(now, cancellationToken).ConfigureAwait(false);
        var deals = sources.Catalog.Entries;
        var newest = deals.Count == 0 ? (DateTimeOffset?)null : deals.Max(entry => entry.Deal.SeenAt);
        var faults = configuration.PendingFaults;
        List<Finding> findings =
        [
            .. trouble is null ? [] : new[] { Finding.Of($"database_{trouble.Code}", FindingLevel.Fatal, trouble.Text) },
            .. ledger,
            .. HealthRules.OfListeners(sources.Listeners.Standings),
            .. HealthRules.OfPlugins(sources.Plugins),
            .. HealthRules.OfCatalog(deals.Count, newest, settings, now),
            .. HealthRules.OfConfiguration(faults),
            .. sources.Clicks.Lost == 0 ? [] : new[] { HealthRules.Warn("clicks_lost", $"启动以来有 {sources.Clicks.Lost} 次点击没记下来", $"{sources.Clicks.Lost} clicks could not be kept since the start") },
        ];
        var well = findings.TrueForAll(finding => finding.Level != FindingLevel.Fatal);
        return new HealthReport
        {
            Status = well ? "ok" : "unavailable",
            Database = trouble is null && figures is not null,
            Deals = deals.Count,
            DealsSeenAt = newest,
            ConfigurationFaults = [.. faults.Select(fault => new Phrase(fault.In(Language.Chinese), fault.In(Language.English)))],
            ClicksLost = sources.Clicks.Lost,
            Figures = figures,
            Findings = [.. findings.OrderByDescending(finding => finding.Level)],
            At = now,
        };
    }

    private async Task<(ServiceFigures? Figures, IReadOnlyList<Finding> Findings)> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var figures = await sources.Figures.ReadAsync(now, cancellationToken).ConfigureAwait(false);
            var accounts = await sources.Accounts.ListAsync(cancellationToken).ConfigureAwait(false);
            var pauses = await sources.Pauses.ListAsync(now, cancellationToken).ConfigureAwait(false);
            return (figures, [.. HealthRules.OfLedger(figures, settings, now), .. HealthRules.OfPauses(pauses.Values, configuration.Current), .. HealthRules.OfAccounts(accounts), .. HealthRules.OfLinks(figures.Links, configuration.Current, settings)]);
        }
        catch (DbException)
        {
            // The probe says what is wrong with the file; here it is enough that nothing can be read.
            return (null, [new Finding("database_unreadable", FindingLevel.Fatal, "数据库读不出来", "the database can't be read")]);
        }
    }
}
