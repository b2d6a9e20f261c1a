using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Host.Settings;
using DealBot.Storage;
using DealBot.Storage.Sqlite;

namespace DealBot.Host.Composition;

/// <summary>What must stand before the service can: checked configuration, networks and adapters, the database and its keys.</summary>
public sealed class Foundation : IDisposable
{
    private Foundation()
    {
    }

    public required HostSettings Settings { get; init; }

    public required TimeProvider Time { get; init; }

    public required Integrations Integrations { get; init; }

    public required TemplateLibrary Templates { get; init; }

    public required LiveConfiguration Configuration { get; init; }

    public required SqliteDatabase Database { get; init; }

    public required InstanceKeys Keys { get; init; }

    /// <summary>Builds it all, or nothing: null and the faults of the owners' files.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="time">The clock of the whole service.</param>
    /// <param name="loggers">Where to log.</param>
    /// <param name="seeds">Keys and chance for a day that can be repeated; null for the real thing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<(Foundation? Foundation, IReadOnlyList<ConfigurationFault> Faults)> LayAsync(
        HostSettings settings, TimeProvider time, ILoggerFactory loggers, RehearsalSeeds? seeds, CancellationToken cancellationToken)
    {
        var integrations = await Integrations.Create(settings, time, loggers, seeds?.Random).WithPluginsAsync(settings, time, loggers);
        var templates = new TemplateLibrary(settings.TemplateDirectory);
        var surroundings = integrations.Surroundings(templates) with { FreshMinutes = settings.Posting.FreshMinutes };
        var configuration = LiveConfiguration.Open(settings.ConfigDirectory, surroundings, out var faults);
        if (configuration is null || integrations.Plugins.OptionFaults.Count > 0)
        {
            integrations.Dispose();
            return (null, [.. integrations.Plugins.OptionFaults, .. faults]);
        }

        var database = SqliteDatabase.Open(settings.Storage, loggers.CreateLogger<SqliteDatabase>());
        var foundation = new Foundation
        {
            Settings = settings,
            Time = time,
            Integrations = integrations,
            Templates = templates,
            Configuration = configuration,
            Database = database,
            Keys = seeds?.Keys ?? await InstanceKeys.LoadAsync(new StateStore(database), cancellationToken),
        };
        return (foundation, []);
    }

    public void Dispose()
    {
        Database.Dispose();
        Integrations.Dispose();
    }
}
