using DealBot.Core.Groups;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Prepares every post of the plan whose moment has come. What was missed while the service was down is prepared if still fresh, else put on record.</summary>
public sealed class SlotRound(SlotPoster poster, IPostPlan plan, IPauseStore pauses, PostingScope scope, PostingSupervision supervision)
{
    /// <summary>A slot put off because the network can't be reached is tried for the last time this long before it is stale.</summary>
    private static readonly TimeSpan LastTry = TimeSpan.FromMinutes(1);

    private static readonly IReadOnlyDictionary<string, GroupPause> NonePaused = new Dictionary<string, GroupPause>();

    private readonly LostSlots _lost = new(supervision.Notices);
    private readonly SlotPatience _patience = new();

    /// <summary>Runs one round.</summary>
    /// <returns>How many posts were due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = supervision.Time.GetUtcNow();
        var due = await plan.DueAsync(now, cancellationToken).ConfigureAwait(false);
        var paused = due.Count == 0 ? NonePaused : await pauses.SinceAsync(due.Min(post => post.DueAt), cancellationToken).ConfigureAwait(false);
        var options = new ParallelOptions { MaxDegreeOfParallelism = scope.Options.Parallelism, CancellationToken = cancellationToken };
        _patience.KeepOnly(due.Select(post => post.PostId).ToHashSet());
        await _lost.TellAsync(Missed(due.Where(post => !IsPaused(post)), now), cancellationToken).ConfigureAwait(false);

        // Groups go side by side; slots of one group go one after another, so that the later one knows what the earlier one took.
        await Parallel.ForEachAsync(due.GroupBy(post => post.GroupId), options, async (ofGroup, token) =>
        {
            foreach (var post in ofGroup)
            {
                await PostAsync(post, now, IsPaused(post), token).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        _lost.Recorded();
        return due.Count;

        // For one that is stale it counts what held when it was due, whether or not the service was up to see it.
        bool IsPaused(DuePost post) => paused.GetValueOrDefault(post.GroupId)?.Holds(post.ExpiresAt <= now ? post.DueAt : now) == true;
    }

    private List<SkippedPost> Missed(IEnumerable<DuePost> due, DateTimeOffset now) => [.. due
        .Where(post => post.ExpiresAt <= now)
        .Select(post => scope.Configuration.Calendar.Find(post.GroupId, post.DueAt)).OfType<Slot>()
        .Select(slot => new SkippedPost(slot, PostKind.Slot, SkipReason.Missed, SelectionReport.None))];

    private async Task PostAsync(DuePost post, DateTimeOffset now, bool isPaused, CancellationToken cancellationToken)
    {
        if (scope.Configuration.Calendar.Find(post.GroupId, post.DueAt) is not { } slot)
        {
            // The configuration was edited a moment ago; the plan is about to be laid anew, and says what becomes of it.
            return;
        }

        try
        {
            if (post.ExpiresAt <= now || isPaused)
            {
                await poster.SkipAsync(slot, PostKind.Slot, isPaused ? SkipReason.Paused : SkipReason.Missed, SelectionReport.None, cancellationToken).ConfigureAwait(false);
            }
            else if (!_patience.IsWaiting(post.PostId, now, poster.Recoveries))
            {
                await PostAsync(slot, post.ExpiresAt - LastTry, now, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && IsOfSlot(exception))
        {
            // A fault within one slot must not keep the other groups of this round from posting, be it a call that gave up by itself.
            supervision.Logger.SlotFailed(exception, post.PostId);
            await poster.SkipAsync(slot, PostKind.Slot, SkipReason.Fault(exception.GetType().Name), SelectionReport.None, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PostAsync(Slot slot, DateTimeOffset lastTry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Taken before: a network that came back meanwhile is back for this slot, too.
        var recoveries = poster.Recoveries;
        if (await poster.PostAsync(slot, PostKind.Slot, named: null, mayDefer: now < lastTry, cancellationToken).ConfigureAwait(false) is SlotOutcome.Deferred { HasAsked: true })
        {
            _patience.TriedInVain(slot.PostId, supervision.Time.GetUtcNow(), lastTry, recoveries);
        }
    }

    /// <summary>A database that can't be written is no fault of a slot: the round fails as a whole and is tried again.</summary>
    private static bool IsOfSlot(Exception exception) => exception is not (System.Data.Common.DbException or IOException);
}
