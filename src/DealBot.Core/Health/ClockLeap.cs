using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Health;

/// <summary>
/// Whether anything may be deleted by its age. A clock that is set wrong, by a slip in the year say, makes everything old at once, and what is deleted
/// by it is lost for good: the links that members hold, the pictures of posts that wait. So it is given a day to be put right.
/// </summary>
public sealed partial class ClockLeap(IStateStore state, TimeProvider time, ILogger<ClockLeap> logger)
{
    /// <summary>Since when things were last deleted by their age, as the clock told it then.</summary>
    private const string LastTurn = "retained_at";

    /// <summary>When the clock was first seen to have leapt; empty if it did not.</summary>
    private const string Seen = "leapt_at";

    /// <summary>Turns are a day apart. After longer the service was down, or the clock was set far ahead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>To the next turn of the same job, which may begin some minutes sooner in its day.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(23);

    /// <summary>After longer it is another leap, which was not there to be put right. More than a week, for a service that is up once in so many days.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    /// <summary>Asked by whoever is about to delete things by their age: the answer is noted, and what comes next is told by it.</summary>
    /// <returns>Whether they may be deleted now.</returns>
    public async Task<bool> MayDeleteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        // Read the other way round than they are written below, for two jobs may ask at once: a leap that is over is over for both.
        var seen = await state.GetMomentAsync(Seen, cancellationToken).ConfigureAwait(false);
        var last = await state.GetMomentAsync(LastTurn, cancellationToken).ConfigureAwait(false);
        if (now - last is { } since && since > Longest)
        {
            var waited = now - seen;
            if (waited is null || waited < TimeSpan.Zero || waited > Forgotten)
            {
                await state.SetMomentAsync(Seen, now, cancellationToken).ConfigureAwait(false);
                Leapt(logger, since.TotalDays);
                return false;
            }

            if (waited < Grace)
            {
                return false;
            }
        }

        await state.SetMomentAsync(LastTurn, now, cancellationToken).ConfigureAwait(false);
        if (seen is not null)
        {
            await state.SetMomentAsync(Seen, null, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    [LoggerMessage(4007, LogLevel.Warning, "The clock is {Days:0} days further than when things were last deleted by their age: for 23 hours none are, in case it is wrong")]
    private static partial void Leapt(ILogger logger, double days);
}
