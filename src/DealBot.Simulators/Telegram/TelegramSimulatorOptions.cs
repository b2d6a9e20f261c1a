namespace DealBot.Simulators.Telegram;

/// <summary>What a <see cref="TelegramSimulator"/> starts with.</summary>
public sealed record TelegramSimulatorOptions
{
    /// <summary>Clock of quotas and messages. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The bots: token → name with which members mention it.</summary>
    public required IReadOnlyDictionary<string, string> Bots { get; init; }

    /// <summary>Groups that every bot is in: id → title.</summary>
    public required IReadOnlyDictionary<long, string> Chats { get; init; }
}
