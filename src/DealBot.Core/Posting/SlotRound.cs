using System.Collections.Concurrent;
using System.Globalization;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>Deals with every slot that has come due since the last round. How far it got survives a restart; slots missed meanwhile are posted if still fresh, else put on record.</summary>
public sealed class SlotRound(SlotPoster poster, PostingScope scope, IStateStore state, TimeProvider time, ILogger<SlotRound> logger)
{
    private const string Watermark = "slots_until";

    /// <summary>After a long stop, slots older than this are not even put on record one by one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>A slot put off because the network can't be reached is tried for the last time this long before it is stale.</summary>
    private static readonly TimeSpan LastTry = TimeSpan.FromMinutes(1);

    /// <summary>Runs one round.</summary>
    /// <returns>How many slots were due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var after = await DoneUntilAsync(now, cancellationToken).ConfigureAwait(false);
        if (after >= now)
        {
            return 0;
        }

        var slots = scope.Configuration.Calendar.Between(after, now);
        var options = new ParallelOptions { MaxDegreeOfParallelism = scope.Options.Parallelism, CancellationToken = cancellationToken };

        var deferred = new ConcurrentBag<DateTimeOffset>();

        // Groups go side by side; slots of one group go one after another, so that the later one knows what the earlier one took.
        await Parallel.ForEachAsync(slots.GroupBy(slot => slot.Group.Id), options, async (ofGroup, token) =>
        {
            foreach (var slot in ofGroup)
            {
                if (await PostAsync(slot, now, token).ConfigureAwait(false) is SlotOutcome.Deferred)
                {
                    deferred.Add(slot.At);
                }
            }
        }).ConfigureAwait(false);
        if (slots.Count > 0 || now - after > ClockTolerance)
        {
            // Written after the slots: a crash before it makes the next round meet them again and find them done. The same holds
            // for slots that were put off: the next round begins just before the first of them.
            var done = deferred.IsEmpty ? now : deferred.Min().AddMilliseconds(-1);
            await state.SetAsync(Watermark, done.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        }

        return slots.Count;
    }

    private async Task<SlotOutcome> PostAsync(Slot slot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var age = now - slot.At;
            var fresh = TimeSpan.FromMinutes(scope.Options.FreshMinutes);
            var outcome = age > fresh
                ? await poster.SkipAsync(slot, PostKind.Slot, SkipReason.Missed, SelectionReport.None, cancellationToken).ConfigureAwait(false)
                : await poster.PostAsync(slot, PostKind.Slot, named: null, mayDefer: age + LastTry < fresh, cancellationToken).ConfigureAwait(false);
            if (outcome is SlotOutcome.Skipped skipped)
            {
                logger.LogWarning("Slot {PostId} skipped: {Reason}", slot.PostId, skipped.Post.Reason.Text);
            }

            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && IsOfSlot(exception))
        {
            // A fault within one slot must not keep the other groups of this round from posting.
            logger.LogError(exception, "Slot {PostId} failed", slot.PostId);
            return await poster.SkipAsync(slot, PostKind.Slot, SkipReason.Fault(exception.GetType().Name), SelectionReport.None, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A database that can't be written is no fault of a slot: the round fails as a whole and is tried again.</summary>
    private static bool IsOfSlot(Exception exception) => exception is not (System.Data.Common.DbException or IOException);

    private async Task<DateTimeOffset> DoneUntilAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = await state.GetAsync(Watermark, cancellationToken).ConfigureAwait(false);
        if (text is null)
        {
            await state.SetAsync(Watermark, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            return now;
        }

        var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
        if (until - now > ClockTolerance)
        {
            // Waiting until the clock gets there again would mean silence for as long as it had run ahead. Posts made then are known by
            // their ids, so looking at the last minutes again doubles nothing.
            logger.LogError("The clock was ahead: slots are planned until {Until}, and it is {Now}", until, now);
            return now.AddMinutes(-scope.Options.FreshMinutes);
        }

        return now - until > Longest ? now - Longest : until;
    }
}
