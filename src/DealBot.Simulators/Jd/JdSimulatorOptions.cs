using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>How the simulated JD Union behaves.</summary>
public sealed record JdSimulatorOptions : NetworkSimulatorOptions
{
    /// <summary>The accounts that may call.</summary>
    public required IReadOnlyList<JdSimAccount> Accounts { get; init; }
}
