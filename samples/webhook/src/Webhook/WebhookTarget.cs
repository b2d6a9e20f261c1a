namespace Webhook;

/// <summary>One place to post to. No record: written into a log it would show the secret.</summary>
public sealed class WebhookTarget
{
    /// <summary>Where to.</summary>
    public required string Url { get; init; }

    /// <summary>What bodies are signed with.</summary>
    public required string Secret { get; init; }

    /// <summary>What the receiver takes.</summary>
    public int MessagesPerMinute { get; init; } = 20;
}
