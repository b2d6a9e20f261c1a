using DealBot.Core.Planning;

namespace DealBot.Core.Posting;

/// <summary>A slot as it is laid.</summary>
/// <param name="Planned">The slot and its moment.</param>
/// <param name="ExpiresAt">Not worth sending after this.</param>
public sealed record LaidSlot(PlannedSlot Planned, DateTimeOffset ExpiresAt);
