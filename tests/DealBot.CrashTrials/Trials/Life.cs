namespace DealBot.CrashTrials.Trials;

/// <summary>One life as it went.</summary>
/// <param name="Plan">What was intended; null for the last life.</param>
/// <param name="BegunAt">When the process was started.</param>
/// <param name="EndedAt">When it was gone.</param>
/// <param name="End">How it ended.</param>
internal sealed record Life(LifePlan? Plan, DateTimeOffset BegunAt, DateTimeOffset EndedAt, LifeEnd End)
{
    public bool Holds(DateTimeOffset moment) => moment >= BegunAt && moment <= EndedAt;

    /// <inheritdoc/>
    public override string ToString() => $"{BegunAt:HH:mm:ss.fff} – {EndedAt:HH:mm:ss.fff} {Plan?.ToString() ?? "the last"} ({End})";
}
