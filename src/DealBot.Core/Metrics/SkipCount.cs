namespace DealBot.Core.Metrics;

/// <summary>How many posts were not sent for one reason.</summary>
/// <param name="State"><c>skipped</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Reason">The reason in words, in Chinese and English.</param>
/// <param name="Count">How many.</param>
public sealed record SkipCount(string State, DealBot.Contracts.Phrase Reason, long Count);
