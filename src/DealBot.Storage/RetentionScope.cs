namespace DealBot.Storage;

/// <summary>How long rows are kept.</summary>
/// <param name="Options">The settings.</param>
/// <param name="CountsByMonth">Whether a platform in use counts by month: then attempts are kept for one, whatever the settings say.</param>
public sealed record RetentionScope(StorageOptions Options, bool CountsByMonth = false);
