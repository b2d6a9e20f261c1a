namespace DealBot.Storage.Backups;

/// <summary>What a backup says of itself.</summary>
public sealed record BackupManifest
{
    /// <summary>Layout of the file; another number is not understood.</summary>
    public required int Format { get; init; }

    /// <summary>When the backup was made: nothing later is in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Version of the tables.</summary>
    public required long Schema { get; init; }

    public required long Posts { get; init; }

    public required long Clicks { get; init; }

    public required long Orders { get; init; }

    /// <summary>When the latest post was sent; null if none was.</summary>
    public required DateTimeOffset? LatestSent { get; init; }

    /// <summary>Every file inside with the SHA-256 of its content.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
