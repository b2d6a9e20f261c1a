using DealBot.Contracts;

namespace DealBot.Adapters.Preview;

/// <summary>One line of <c>inbox.jsonl</c>: what a member wrote, or how many came or left.</summary>
internal sealed record PreviewInboxLine
{
    /// <summary>The event's id; the line's number if left out.</summary>
    public string? Id { get; init; }

    /// <summary>When; the moment of reading if left out.</summary>
    public DateTimeOffset? At { get; init; }

    public string? Sender { get; init; }

    public string? Text { get; init; }

    public bool ToBot { get; init; }

    public int Joined { get; init; }

    public int Left { get; init; }

    public ChatEvent? ToEvent(string address, string number, DateTimeOffset now) => this switch
    {
        { Text: { Length: > 0 } text } => new ChatEvent.MessageReceived(address, Id ?? number, At ?? now, Sender ?? "member", text, ToBot),
        { Joined: > 0 } => new ChatEvent.MembersJoined(address, Id ?? number, At ?? now, Joined),
        { Left: > 0 } => new ChatEvent.MembersLeft(address, Id ?? number, At ?? now, Left),
        _ => null,
    };
}
