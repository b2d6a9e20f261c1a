namespace DealBot.Contracts;

/// <summary>Something that happened in a chat. Adapters tell only of addresses that they know, and nothing that the bot's own account did.</summary>
/// <param name="Address">Where.</param>
/// <param name="EventId">The platform's id of it, the same when it is delivered again; at most 120 characters.</param>
/// <param name="At">When, as the platform says.</param>
public abstract record ChatEvent(string Address, string EventId, DateTimeOffset At)
{
    /// <summary>A member wrote something.</summary>
    /// <param name="Address">Where.</param>
    /// <param name="EventId">The platform's id of the message.</param>
    /// <param name="At">When.</param>
    /// <param name="SenderId">The platform's id of the member, as owners write it into the configuration.</param>
    /// <param name="Text">What was written, without the mention of the bot; links of shared cards are in it.</param>
    /// <param name="IsToBot">Whether the bot was mentioned.</param>
    public sealed record MessageReceived(string Address, string EventId, DateTimeOffset At, string SenderId, string Text, bool IsToBot)
        : ChatEvent(Address, EventId, At);

    /// <summary>Members came.</summary>
    /// <param name="Address">Where.</param>
    /// <param name="EventId">The platform's id of it.</param>
    /// <param name="At">When.</param>
    /// <param name="Count">How many, at least 1.</param>
    public sealed record MembersJoined(string Address, string EventId, DateTimeOffset At, int Count) : ChatEvent(Address, EventId, At);

    /// <summary>Members left or were removed.</summary>
    /// <param name="Address">Where.</param>
    /// <param name="EventId">The platform's id of it.</param>
    /// <param name="At">When.</param>
    /// <param name="Count">How many, at least 1.</param>
    public sealed record MembersLeft(string Address, string EventId, DateTimeOffset At, int Count) : ChatEvent(Address, EventId, At);
}
