using DealBot.Simulators.Chat;

namespace DealBot.Simulators.Feishu;

/// <summary>What a <see cref="FeishuSimulator"/> starts with.</summary>
public sealed record FeishuSimulatorOptions
{
    /// <summary>Clock of the signature, of the limits, of tokens and of the log. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The robots by token.</summary>
    public required IReadOnlyDictionary<string, SimulatedRobot> Robots { get; init; }

    /// <summary>The self-built apps: app id → secret.</summary>
    public IReadOnlyDictionary<string, string> Apps { get; init; } = new Dictionary<string, string>();
}
