namespace DealBot.Core.Posting;

/// <summary>The plan as it lies.</summary>
/// <param name="Until">How far slots were laid; null before the first time.</param>
/// <param name="Stamp">The state of the configuration that it was laid by.</param>
/// <param name="Posts">Posts of slots, digests and all others, by planned moment.</param>
public sealed record LaidPlan(DateTimeOffset? Until, string? Stamp, IReadOnlyList<LaidPost> Posts);
