namespace DealBot.CrashTrials.World;

/// <summary>A group of the trial: where it is and in which seconds it is due a post.</summary>
/// <param name="Id">Group, and its schedule.</param>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">Robot or folder; two groups may share one.</param>
/// <param name="Every">Seconds between two slots; divides 60.</param>
/// <param name="Offset">First second of a minute.</param>
/// <param name="Poster">Whether a post has two messages.</param>
internal sealed record TrialGroup(string Id, string Adapter, string Address, int Every, int Offset, bool Poster = false)
{
    /// <summary>One group with posters, one with short posts, two that share a robot, and one on preview.</summary>
    public static IReadOnlyList<TrialGroup> All { get; } =
    [
        new("poster", "wecom", "r-poster", 8, 0, Poster: true),
        new("text", "wecom", "r-text", 4, 1),
        new("shared-1", "wecom", "r-shared", 8, 2),
        new("shared-2", "wecom", "r-shared", 8, 6),
        new("folder", "preview", "folder", 3, 0),
    ];

    /// <summary>The robot that owners get their digest from.</summary>
    public const string OwnersRobot = "r-owner";

    /// <summary>Its slots within a span, both ends included.</summary>
    public IEnumerable<DateTimeOffset> SlotsWithin(DateTimeOffset from, DateTimeOffset until)
    {
        var second = new DateTimeOffset(from.UtcDateTime.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        for (; second <= until; second = second.AddSeconds(1))
        {
            if (second >= from && second.Second % Every == Offset)
                yield return second;
        }
    }

    /// <summary>Id of the post that a slot produces.</summary>
    public string PostIdOf(DateTimeOffset slot) => FormattableString.Invariant($"{Id}_{slot.UtcDateTime:yyyyMMdd'T'HHmmss}");
}
