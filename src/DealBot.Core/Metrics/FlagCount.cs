namespace DealBot.Core.Metrics;

/// <summary>In how many posts the copy held words that the advertising law forbids.</summary>
/// <param name="Words">The words, with commas between them.</param>
/// <param name="Posts">How many posts.</param>
public sealed record FlagCount(string Words, long Posts);
