namespace DealBot.Simulators.WeComTask;

/// <summary>What a <see cref="WeComTaskSimulator"/> starts with.</summary>
public sealed record WeComTaskSimulatorOptions
{
    /// <summary>Clock of tokens, uploads and quotas. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Id of the company.</summary>
    public required string CorpId { get; init; }

    /// <summary>Secret of its application.</summary>
    public required string Secret { get; init; }

    /// <summary>Id of its application.</summary>
    public int AgentId { get; init; } = 1000002;

    /// <summary>User ids of those who see the application.</summary>
    public IReadOnlyCollection<string> Members { get; init; } = [];

    /// <summary>Customer groups: id → group.</summary>
    public required IReadOnlyDictionary<string, WeComSimulatedChat> Chats { get; init; }

    /// <summary>What is answered to a question for a group that there is not; which of its codes WeCom takes is not documented.</summary>
    public int UnknownChatCode { get; init; } = 86003;

    /// <summary>How long tokens live. Default two hours.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Messages a month to one group; null, the default, for as many as the month has days.</summary>
    public int? MessagesPerMonth { get; init; }
}
