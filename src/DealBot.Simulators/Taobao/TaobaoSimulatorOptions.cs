using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary>How the simulated Taobao behaves.</summary>
public sealed record TaobaoSimulatorOptions : NetworkSimulatorOptions
{
    /// <summary>The applications that may call.</summary>
    public required IReadOnlyList<TaobaoSimAccount> Accounts { get; init; }

    /// <summary>Whether one of Taobao's big sales is on, during which orders are given for 20 minutes at a time only. Default false.</summary>
    public bool IsBigSale { get; init; }
}
