namespace DealBot.Contracts;

/// <summary>What a network allows when orders are pulled.</summary>
/// <param name="MaxOrderWindow">Longest window of one query.</param>
/// <param name="MaxOrderAge">How far back orders can be asked for.</param>
public sealed record NetworkLimits(TimeSpan MaxOrderWindow, TimeSpan MaxOrderAge);
