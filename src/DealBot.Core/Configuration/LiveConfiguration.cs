using DealBot.Core.Scheduling;

namespace DealBot.Core.Configuration;

/// <summary>
/// The configuration in force. An edit of a file takes effect at the next <see cref="Refresh"/>; a bad edit changes nothing and is
/// reported once. Files are compared by time and length, which works on every file system, watched or not.
/// </summary>
public sealed class LiveConfiguration
{
    private readonly string _directory;
    private readonly Surroundings _surroundings;
    private readonly Lock _refreshing = new();
    private volatile State _state;
    private string _stamp;

    private LiveConfiguration(string directory, Surroundings surroundings, DealBotConfiguration configuration, string stamp)
    {
        (_directory, _surroundings, _stamp) = (directory, surroundings, stamp);
        _state = new State(configuration, new SlotCalendar(configuration, surroundings.ParseCron), stamp, []);
    }

    /// <summary>What is in force.</summary>
    public DealBotConfiguration Current => _state.Configuration;

    /// <summary>The slots of what is in force.</summary>
    public SlotCalendar Calendar => _state.Calendar;

    /// <summary>The slots of what is in force, and a name for that state of the files, the same after a restart.</summary>
    public (SlotCalendar Calendar, string Stamp) Plan
    {
        get
        {
            var state = _state;
            return (state.Calendar, state.Stamp);
        }
    }

    /// <summary>What is wrong with the files as they are now, while the last good state is kept; empty if nothing.</summary>
    public IReadOnlyList<ConfigurationFault> PendingFaults => _state.PendingFaults;

    /// <summary>Loads the folder; null and the faults if it can't be used.</summary>
    public static LiveConfiguration? Open(string directory, Surroundings surroundings, out IReadOnlyList<ConfigurationFault> faults)
    {
        var stamp = Stamp(directory);
        (var configuration, faults) = ConfigurationLoader.Load(directory, surroundings);
        return configuration is null ? null : new LiveConfiguration(directory, surroundings, configuration, stamp);
    }

    /// <summary>
    /// Whether a state is what the files say at this moment, or what is kept while they are faulty. Another process may have read them later: what
    /// is put on record for all must not be what they said before.
    /// </summary>
    public bool IsLatest(DealBotConfiguration state)
    {
        lock (_refreshing)
        {
            return ReferenceEquals(Current, state) && Stamp(_directory) == _stamp;
        }
    }

    /// <summary>Takes over an edit, if there is one.</summary>
    /// <returns>Null if no file changed; otherwise the faults, empty if the edit is now in force.</returns>
    public IReadOnlyList<ConfigurationFault>? Refresh()
    {
        lock (_refreshing)
        {
            var stamp = Stamp(_directory);
            var before = _state.PendingFaults;
            if (stamp == _stamp && before.Count == 0)
            {
                return null;
            }

            // Stamped before reading: an edit that lands in between is seen by the next refresh.
            _stamp = stamp;
            var (configuration, faults) = ConfigurationLoader.Load(_directory, _surroundings);
            _state = configuration is null
                ? _state with { PendingFaults = faults }
                : new State(configuration, new SlotCalendar(configuration, _surroundings.ParseCron), stamp, []);

            // A fault may be mended outside these files, by adding a template for example; until then it is not said again and again.
            return faults.Count > 0 && faults.SequenceEqual(before) ? null : faults;
        }
    }

    private static string Stamp(string directory) => string.Join('|', ConfigurationLoader.FileNames.Select(name =>
    {
        var file = new FileInfo(Path.Combine(directory, name));
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "-";
    }));

    private sealed record State(DealBotConfiguration Configuration, SlotCalendar Calendar, string Stamp, IReadOnlyList<ConfigurationFault> PendingFaults);
}
