namespace DealBot.Contracts;

/// <summary>
/// What a platform allows, kept locally before every call. Quotas count messages of one account (<see cref="IMessagingAdapter.AccountOf"/>),
/// those whose names begin with <c>Address</c> count messages to one address. Where a platform documents no such window the property stays
/// null; owners may still set one of their own.
/// </summary>
public sealed record AdapterLimits
{
    /// <summary>Message kinds the platform takes.</summary>
    public required MessageKinds Kinds { get; init; }

    /// <summary>What the lengths below are measured in.</summary>
    public TextUnit TextUnit { get; init; }

    /// <summary>Longest text.</summary>
    public required int TextLength { get; init; }

    /// <summary>Longest markdown.</summary>
    public int MarkdownLength { get; init; }

    /// <summary>Longest text below a picture in the same message.</summary>
    public int CaptionLength { get; init; }

    /// <summary>Largest picture, in bytes.</summary>
    public int ImageBytes { get; init; }

    /// <summary>Largest file, in bytes.</summary>
    public int FileBytes { get; init; }

    /// <summary>Whether pictures are sent as a public address (<see cref="OutgoingMessage.Image.PublicUrl"/>), from where the platform fetches them.</summary>
    public bool PicturesByUrl { get; init; }

    /// <summary>
    /// Networks, by name, whose links the chats of this platform don't open (WeChat blocks Taobao's). Their deals go out with a command text that
    /// members copy, or not at all. Owners may say otherwise of a group.
    /// </summary>
    public IReadOnlyList<string> BlockedNetworks { get; init; } = [];

    /// <summary>Least time from one message of the account to its next; null for none.</summary>
    public TimeSpan? LeastGap { get; init; }

    /// <summary>Messages to one address within any 60 seconds; null for no limit of its own.</summary>
    public int? AddressMessagesPerMinute { get; init; }

    /// <summary>Messages to one address within a calendar day of <see cref="DayZone"/>; null for no limit of its own.</summary>
    public int? AddressMessagesPerDay { get; init; }

    /// <summary>Messages to one address within a calendar month of <see cref="DayZone"/>; null for no limit of its own.</summary>
    public int? AddressMessagesPerMonth { get; init; }

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
