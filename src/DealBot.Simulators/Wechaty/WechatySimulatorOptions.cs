namespace DealBot.Simulators.Wechaty;

/// <summary>What a simulated puppet service knows.</summary>
public sealed record WechatySimulatorOptions
{
    /// <summary>Clock of messages and events.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The token that callers must have.</summary>
    public required string Token { get; init; }

    /// <summary>Rooms of the account: id and name.</summary>
    public required IReadOnlyList<WechatyChatRoom> Rooms { get; init; }

    /// <summary>Id of the account.</summary>
    public string SelfId { get; init; } = "bot";

    /// <summary>Where to listen; 0, the default, for any free port.</summary>
    public int Port { get; init; }
}
