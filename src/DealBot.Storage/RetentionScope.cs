namespace DealBot.Storage;

/// <summary>How long rows are kept.</summary>
/// <param name="Options">The settings.</param>
/// <param name="CountsByMonth">Tells whether a platform in use counts by month: then attempts are kept for one, whatever the settings say. Asked each time, since an edit may bring the first such group.</param>
public sealed record RetentionScope(StorageOptions Options, Func<bool>? CountsByMonth = null);
