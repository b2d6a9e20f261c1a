namespace DealBot.Simulators.Wechaty;

/// <summary>One message that the puppet was given; of the parts only those of its kind are present.</summary>
/// <param name="Room">Id of the room.</param>
public sealed record WechatyReceived(string Room)
{
    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>Name of a file.</summary>
    public string? FileName { get; init; }

    /// <summary>Bytes of a file.</summary>
    public ReadOnlyMemory<byte> FileBytes { get; init; }

    /// <summary>Title of a link.</summary>
    public string? Title { get; init; }

    /// <summary>Description of a link.</summary>
    public string? Description { get; init; }

    /// <summary>Where a link leads.</summary>
    public string? Url { get; init; }
}
