using System.Globalization;

namespace DealBot.Core.Configuration;

/// <summary>Moments among what the service remembers, to the millisecond.</summary>
internal static class StateMoments
{
    /// <summary>The moment of a name; null if none is remembered.</summary>
    public static async Task<DateTimeOffset?> GetMomentAsync(this IStateStore state, string name, CancellationToken cancellationToken) =>
        await state.GetAsync(name, cancellationToken).ConfigureAwait(false) is { Length: > 0 } moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(moment, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Remembers a moment under a name; null forgets it.</summary>
    public static Task SetMomentAsync(this IStateStore state, string name, DateTimeOffset? moment, CancellationToken cancellationToken) =>
        state.SetAsync(name, moment?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "", cancellationToken);
}
