namespace DealBot.Contracts;

/// <summary>One thing wrong in the configuration, found without calling anybody.</summary>
/// <param name="Path">Where, relative to the options that were checked, for example <c>Accounts.main.AppKey</c>.</param>
/// <param name="Value">The value found; null if it is missing or a secret.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record OptionFault(string Path, string? Value, Phrase Problem, Phrase Remedy);
