using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Trials;

/// <summary>What is unusual about a stage.</summary>
internal sealed record StageOptions
{
    /// <summary>Where the service keeps its database and pictures. Default: in its own folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The clock of everything but the service.</summary>
    public TrialClock Clock { get; init; } = new();

    /// <summary>The minutes of slots come again in so many hours before and after. Default none.</summary>
    public int HoursAround { get; init; }

    /// <summary>How long a post is worth sending. Default 15, longer than a trial on a slow machine.</summary>
    public int FreshMinutes { get; init; } = 15;

    /// <summary>Whether members buy. Default true.</summary>
    public bool MembersBuy { get; init; } = true;

    /// <summary>Environment of the service, beside the harness' own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
