namespace DealBot.Contracts;

/// <summary>What a platform allows, kept locally before every call. Quotas count messages to one address (one robot, one bot account).</summary>
public sealed record AdapterLimits
{
    /// <summary>Message kinds the platform takes.</summary>
    public required MessageKinds Kinds { get; init; }

    /// <summary>Longest text, in UTF-8 bytes.</summary>
    public required int TextBytes { get; init; }

    /// <summary>Longest markdown, in UTF-8 bytes.</summary>
    public int MarkdownBytes { get; init; }

    /// <summary>Largest picture, in bytes.</summary>
    public int ImageBytes { get; init; }

    /// <summary>Messages within any 60 seconds; null for no limit.</summary>
    public int? MessagesPerMinute { get; init; }
}
