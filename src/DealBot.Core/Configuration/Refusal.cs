using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>Why there is no such setting, or no more.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Remedy">What can be had instead.</param>
public sealed record Refusal(Phrase Reason, Phrase Remedy);
