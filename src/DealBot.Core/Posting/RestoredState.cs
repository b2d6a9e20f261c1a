using System.Globalization;
using DealBot.Core.Configuration;

namespace DealBot.Core.Posting;

/// <summary>Until when slots and digests may have gone out already, unknown to a database that was restored from a backup. They do not go out again.</summary>
public static class RestoredState
{
    /// <summary>Name of the row.</summary>
    public const string Name = "restored_at";

    /// <summary>A slot may have been sent a little before its own moment.</summary>
    public static readonly TimeSpan SentEarly = TimeSpan.FromMinutes(15);

    /// <summary>Reads the moment; null if the database was never restored.</summary>
    public static async Task<DateTimeOffset?> ReadAsync(IStateStore state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return await state.GetAsync(Name, cancellationToken).ConfigureAwait(false) is { } text
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture))
            : null;
    }
}
