namespace DealBot.Contracts;

/// <summary>One line of a card.</summary>
/// <param name="Name">What it is, a few characters.</param>
/// <param name="Value">Its value.</param>
public sealed record CardFact(string Name, string Value);
