using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>How the simulated Vipshop behaves.</summary>
public sealed record VipSimulatorOptions : NetworkSimulatorOptions
{
    /// <summary>The accounts that may call.</summary>
    public required IReadOnlyList<VipSimAccount> Accounts { get; init; }
}
