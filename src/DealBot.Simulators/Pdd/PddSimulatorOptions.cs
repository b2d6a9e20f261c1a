using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>How the simulated Pinduoduo behaves.</summary>
public sealed record PddSimulatorOptions : NetworkSimulatorOptions
{
    /// <summary>The accounts that may call.</summary>
    public required IReadOnlyList<PddSimAccount> Accounts { get; init; }
}
