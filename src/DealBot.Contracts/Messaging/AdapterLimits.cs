namespace DealBot.Contracts;

/// <summary>
/// What a platform allows, kept locally before every call. Quotas count messages to one address (one robot, one bot account). Where a
/// platform documents no such window the property stays null; owners may still set one of their own.
/// </summary>
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

    /// <summary>Messages within any 60 minutes; null for no limit.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages within a calendar day of <see cref="DayZone"/>; null for no limit.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>How many of a day's messages may be pictures; null for no limit.</summary>
    public int? ImagesPerDay { get; init; }

    /// <summary>Time zone, as an IANA name, whose midnight begins the platform's day. Default <c>Asia/Shanghai</c>.</summary>
    public string DayZone { get; init; } = "Asia/Shanghai";
}
