namespace DealBot.Core.Clicks;

/// <summary>Clicks read from a journal.</summary>
/// <param name="Clicks">The clicks, in the order they came.</param>
/// <param name="Next">Where to read on.</param>
public sealed record ClickBatch(IReadOnlyList<Click> Clicks, JournalPosition Next);
