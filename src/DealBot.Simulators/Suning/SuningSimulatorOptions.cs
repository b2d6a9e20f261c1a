using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>How the simulated Suning behaves.</summary>
public sealed record SuningSimulatorOptions : NetworkSimulatorOptions
{
    /// <summary>The accounts that may call.</summary>
    public required IReadOnlyList<SuningSimAccount> Accounts { get; init; }

    /// <summary>Whether an item's link comes short even where the long form was asked for.</summary>
    public bool ShortItemLinks { get; init; }
}
