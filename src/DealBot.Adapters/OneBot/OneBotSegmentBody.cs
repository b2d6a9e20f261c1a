namespace DealBot.Adapters.OneBot;

/// <summary>What a segment holds; of the parts only those of its type are present.</summary>
internal sealed record OneBotSegmentBody
{
    public string? Text { get; init; }

    /// <summary>A picture as <c>base64://…</c>, or where the bridge fetches it.</summary>
    public string? File { get; init; }
}
