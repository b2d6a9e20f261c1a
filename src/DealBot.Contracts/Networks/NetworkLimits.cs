namespace DealBot.Contracts;

/// <summary>What a network allows an account.</summary>
/// <param name="MaxOrderWindow">Longest window of one query for orders.</param>
/// <param name="MaxOrderAge">How far back orders can be asked for.</param>
/// <param name="ByOrderTime">Whether windows of <see cref="OrderTime.Ordered"/> are answered, beside those of update times.</param>
public sealed record NetworkLimits(TimeSpan MaxOrderWindow, TimeSpan MaxOrderAge, bool ByOrderTime = false)
{
    /// <summary>How many characters of <see cref="Tracking.SubId"/> come back with an order; 0 if the account was not granted sub ids.</summary>
    public int SubIdLength { get; init; }
}
