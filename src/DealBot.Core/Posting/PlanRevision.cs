namespace DealBot.Core.Posting;

/// <summary>A change of the plan.</summary>
/// <param name="Until">How far slots are laid now.</param>
/// <param name="Stamp">The state of the configuration that it goes by.</param>
/// <param name="Withdrawn">Open posts that go, or are laid anew by this very revision.</param>
/// <param name="Laid">Slots with their moments.</param>
/// <param name="Skipped">Slots that get none.</param>
public sealed record PlanRevision(
    DateTimeOffset Until, string Stamp, IReadOnlyList<string> Withdrawn, IReadOnlyList<LaidSlot> Laid, IReadOnlyList<SkippedPost> Skipped);
