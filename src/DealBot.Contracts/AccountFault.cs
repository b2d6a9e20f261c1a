namespace DealBot.Contracts;

/// <summary>Something wrong with an account of a network or an adapter, found by trying it.</summary>
/// <param name="Field">Configuration field at fault, for example <c>AppSecret</c>; null if it is none of them.</param>
/// <param name="Reason">What is wrong and what would be right; never the secret itself.</param>
public sealed record AccountFault(string? Field, Phrase Reason);
