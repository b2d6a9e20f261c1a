using DealBot.Core.Planning;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>
/// Reckons how the plan has to change, after an edit, a start or a turn of the clock, or because the next day begins to be laid. A pure
/// function of the plan as it lies, the calendar and the present.
/// </summary>
internal sealed class PlanReckoning
{
    /// <summary>After a long stop, slots older than this are not even put on record one by one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly PlanSpan _span;
    private readonly PlanLimits _limits;
    private readonly IReadOnlyDictionary<string, Slot> _slots;
    private readonly DateTimeOffset _laidUntil;
    private readonly bool _isEdited;
    private readonly IReadOnlyDictionary<string, LaidPost> _open;
    private readonly IReadOnlyList<LaidPost> _fixed;
    private readonly HashSet<string> _fixedIds;
    private readonly LocalTimes _fixedTimes;
    private readonly LocalTimes _openTimes;

    private readonly List<Slot> _toLay = [];
    private readonly List<LaidSlot> _laid = [];
    private readonly List<SkippedPost> _skipped = [];
    private readonly HashSet<string> _unchanged = [];

    private PlanReckoning(LaidPlan plan, IReadOnlyList<Slot> slots, PlanSpan span, PlanLimits limits, bool anew)
    {
        (_span, _limits) = (span, limits);
        _slots = slots.DistinctBy(slot => slot.PostId).ToDictionary(slot => slot.PostId);
        // Laid further than can be: the clock ran ahead when that was done, and what it skipped is looked at again as far as it is fresh.
        _laidUntil = plan.Until > span.Until ? span.Now - span.Fresh : plan.Until ?? span.Now;
        _isEdited = plan.Stamp != span.Stamp;
        _open = plan.Posts.Where(post => anew && post.IsOpen).ToDictionary(post => post.PostId);
        _fixed = [.. plan.Posts.Where(post => !_open.ContainsKey(post.PostId))];
        _fixedIds = [.. _fixed.Select(post => post.PostId)];

        // A slot that went by while a wrong zone held was not posted: it is no reason to leave it out when the zone is put right.
        (_fixedTimes, _openTimes) = (new LocalTimes(_fixed.Where(TakesRoom)), new LocalTimes(_open.Values));
    }

    /// <summary>Lays everything anew that nobody took up yet.</summary>
    public static PlanRevision Anew(LaidPlan plan, SlotCalendar calendar, PlanSpan span, PlanLimits limits)
    {
        var slots = calendar.Between(span.Now - Longest, span.Until);
        return new PlanReckoning(plan, slots, span, limits, anew: true).Revise(slots);
    }

    /// <summary>Lays what follows on the plan, and leaves the plan as it is.</summary>
    public static PlanRevision Further(LaidPlan plan, SlotCalendar calendar, PlanSpan span, PlanLimits limits)
    {
        var from = plan.Until ?? span.Now;
        var slots = calendar.Between(from < span.Now ? from : span.Now - span.Fresh, span.Until);
        return new PlanReckoning(plan, slots, span, limits, anew: false).Revise([.. slots.Where(slot => slot.At > from)]);
    }

    private PlanRevision Revise(IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots.Where(slot => !_fixedIds.Contains(slot.PostId) && _fixedTimes.Find(slot) is null))
        {
            Place(slot, _open.GetValueOrDefault(slot.PostId) ?? _openTimes.Find(slot));
        }

        var kept = _laid.Select(laid => laid.Planned.Slot.PostId).Concat(_unchanged).ToHashSet();
        var taken = _fixed.Where(TakesRoom).Concat(_open.Values.Where(post => kept.Contains(post.PostId))).Select(Taken).ToList();
        var plan = DayPlanner.Lay(_toLay, taken, _span.Now, _limits);
        foreach (var planned in plan.Slots)
        {
            Keep(planned, _open.GetValueOrDefault(planned.Slot.PostId));
        }

        foreach (var dropped in plan.Dropped)
        {
            Drop(dropped.Slot, dropped.Reason);
        }

        return new PlanRevision(_span.Until, _span.Stamp, [.. _open.Keys.Where(post => !_unchanged.Contains(post))], _laid, _skipped);
    }

    private void Place(Slot slot, LaidPost? post)
    {
        var isSame = post?.PostId == slot.PostId;
        if (isSame && post is { State: PostState.Planned, IsPrepared: false } && slot.At + _span.Fresh <= _span.Now)
        {
            // Put on record here, many at a time: after a long stop, one by one, they would keep what is fresh waiting.
            Drop(slot, WentBy(slot));
        }
        else if (isSame && post!.State == PostState.Planned && post.PlannedAt <= _span.Now)
        {
            // Its moment has come and stays: laid anew it would move on with every restart.
            Keep(new PlannedSlot(slot, post.PlannedAt, post.Moved), post);
        }
        else if (slot.At > _span.Now || isSame)
        {
            _toLay.Add(slot);
        }
        else if (post is not null || slot.At > _laidUntil)
        {
            Missed(slot);
        }
    }

    /// <summary>A slot that went by unlaid: while the host was down for long, or because a change of zone moved the clock past it.</summary>
    private void Missed(Slot slot)
    {
        if (slot.At + _span.Fresh > _span.Now)
        {
            Keep(new PlannedSlot(slot, slot.At, Moved: null), post: null);
        }
        else
        {
            Drop(slot, WentBy(slot));
        }
    }

    /// <summary>Why a slot went by unposted: had the service been up, it would not have posted to a group that its owner had paused.</summary>
    private SkipReason WentBy(Slot slot) =>
        _span.Pauses.GetValueOrDefault(slot.Group.Id)?.Holds(slot.At) == true ? SkipReason.Paused : SkipReason.Missed;

    private void Keep(PlannedSlot planned, LaidPost? post)
    {
        // A post that is prepared already is prepared again only for an edit's sake.
        var holds = post is { State: PostState.Planned } && !(post.IsPrepared && _isEdited);
        if (holds && post!.PlannedAt == planned.At && post.Moved == planned.Moved && LeadsTo(post, planned.Slot))
        {
            _unchanged.Add(post!.PostId);
        }
        else
        {
            // However the plan moves it, a post is never later than is fresh after the slot's own moment: that is what the owner set.
            _laid.Add(new LaidSlot(planned, planned.Slot.At + _span.Fresh));
        }
    }

    private void Drop(Slot slot, SkipReason reason)
    {
        if (_open.GetValueOrDefault(slot.PostId) is { State: PostState.Skipped } post && post.ReasonCode == reason.Code)
        {
            _unchanged.Add(post.PostId);
        }
        else
        {
            _skipped.Add(new SkippedPost(slot, PostKind.Slot, reason, SelectionReport.None));
        }
    }

    private TakenMoment Taken(LaidPost post)
    {
        var at = post.SentAt ?? (post.State == PostState.Planned && post.PlannedAt < _span.Now ? _span.Now : post.PlannedAt);
        var size = SizeOf(post);
        return new TakenMoment(post.Adapter, post.Address, post.GroupId, at, size.Messages, size.Images);
    }

    /// <summary>What a post takes of its account's quota: while it is not prepared, what the planner reckons for its slot.</summary>
    private PostSize SizeOf(LaidPost post) => post.IsPrepared ? new PostSize(post.Messages, post.Images)
        : _slots.TryGetValue(post.PostId, out var slot) ? PostSize.Of(slot, _limits.Of(post.Adapter, post.Address))
        : new PostSize(Messages: 2, Images: 1);

    private static bool TakesRoom(LaidPost post) => post.State != PostState.Skipped;

    private static bool LeadsTo(LaidPost post, Slot slot) =>
        post.Adapter == slot.Group.Adapter && post.Address == slot.Group.Address && post.OwnerId == slot.Group.Owner;
}
