namespace DealBot.Contracts;

/// <summary>What a network allows when orders are pulled.</summary>
/// <param name="MaxOrderWindow">Longest window of one query.</param>
/// <param name="MaxOrderAge">How far back orders can be asked for.</param>
/// <param name="ByOrderTime">Whether windows of <see cref="OrderTime.Ordered"/> are answered, beside those of update times.</param>
public sealed record NetworkLimits(TimeSpan MaxOrderWindow, TimeSpan MaxOrderAge, bool ByOrderTime = false);
