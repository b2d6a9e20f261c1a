namespace DealBot.Simulators.Telegram;

/// <summary>One message that the simulator accepted; of the parts only those that it has are set.</summary>
/// <param name="ChatId">Group that it was posted into.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Text">Text, or what stands below a picture or file.</param>
public sealed record TelegramReceived(long ChatId, DateTimeOffset At, string Text)
{
    /// <summary>Bytes of a picture.</summary>
    public ReadOnlyMemory<byte> Photo { get; init; }

    /// <summary>Bytes of a file.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>What the button below the message says.</summary>
    public string? Button { get; init; }

    /// <summary>Where the button leads.</summary>
    public string? ButtonUrl { get; init; }

    /// <summary>Address whose preview is shown; null for none.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>Whether no preview of any link is shown.</summary>
    public bool HasNoPreview { get; init; }
}
