using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Planning;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Posting;

/// <summary>
/// Keeps the plan of the day: lays each day before it begins, and lays anew what nobody took up yet when the service starts, the
/// configuration is edited, or the clock is set back.
/// </summary>
public sealed class PlanRound(IPostPlan plan, IPauseStore pauses, PostingScope scope, PostingSupervision supervision)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Of older posts only their number can matter, where a platform counts by month: zones lie 26 hours apart, and other quotas are a day's at most.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(50);

    /// <summary>Short horizons move on in steps of this, so that not every round writes.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private readonly LostSlots _lost = new(supervision.Notices);

    private SlotCalendar? _calendar;
    private DateTimeOffset _until;
    private DateTimeOffset _last;

    /// <summary>Brings the plan up to date.</summary>
    /// <returns>How many slots were laid or laid anew.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = supervision.Time.GetUtcNow();
        var (calendar, stamp) = scope.Configuration.Plan;
        var until = Horizon(now, scope.Options.PlanAheadHours);
        if (_last - now > ClockTolerance)
        {
            supervision.Logger.ClockWentBack(_last, now);
            _calendar = null;
        }

        var fresh = TimeSpan.FromMinutes(scope.Options.FreshMinutes);
        var laid = 0;
        if (calendar != _calendar || _until < now)
        {
            laid = await LayAsync(PlanReckoning.Anew, calendar, new PlanSpan(now, until, fresh, stamp), cancellationToken).ConfigureAwait(false);
            _until = until;
        }
        else if (_until < until)
        {
            laid = await LayAsync(PlanReckoning.Further, calendar, new PlanSpan(now, until, fresh, stamp), cancellationToken).ConfigureAwait(false);
            _until = until;
        }

        (_calendar, _last) = (calendar, now);
        return laid;
    }

    private async Task<int> LayAsync(
        Func<LaidPlan, SlotCalendar, PlanSpan, PlanLimits, PlanRevision> reckon, SlotCalendar calendar, PlanSpan span, CancellationToken cancellationToken)
    {
        var laid = await plan.ReadAsync(span.Now - LookBack, span.Now, cancellationToken).ConfigureAwait(false);
        var earlier = await MonthlyUse.ReadAsync(plan, scope.Adapters, scope.Configuration.Current, span.Now - LookBack, cancellationToken).ConfigureAwait(false);
        var paused = await pauses.SinceAsync(span.Now - LookBack, cancellationToken).ConfigureAwait(false);
        var revision = reckon(laid, calendar, span with { Pauses = paused }, PlanLimits.From(scope.Adapters, scope.Options) with { Earlier = earlier });
        await _lost.TellAsync(revision.Skipped, cancellationToken).ConfigureAwait(false);
        await plan.LayAsync(revision, span.Now, cancellationToken).ConfigureAwait(false);
        supervision.Logger.PlanLaid(span.Until, revision.Laid.Count, revision.Withdrawn.Count, revision.Skipped.Count);
        _lost.Recorded();
        return revision.Laid.Count;
    }

    /// <summary>The end of tomorrow by the default zone's clock, or less if the settings say so.</summary>
    private static DateTimeOffset Horizon(DateTimeOffset now, int hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Group.DefaultTimeZone);
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(2);
        var endOfTomorrow = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
        var ahead = now.AddHours(hours);
        return ahead < endOfTomorrow ? new DateTimeOffset(ahead.Ticks - (ahead.Ticks % Step.Ticks), TimeSpan.Zero) : endOfTomorrow;
    }
}
