using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Shares;

/// <summary>
/// The terms of an order: those in force when it was ordered. Rules that the configuration says anew are noted before any order is divided by
/// them, so that another start, or another year, comes to the same.
/// </summary>
public sealed class ShareTerms : ICommissionTerms, IDisposable
{
    private static readonly CommissionTerms OfNobody = new((string?)null);

    private readonly IShareHistory _history;
    private readonly PromoterLevels _levels;
    private readonly TimeProvider _time;
    private readonly ILogger<ShareTerms> _logger;
    private readonly OncePerConfiguration<ShareTimeline> _timeline;

    public ShareTerms(LiveConfiguration configuration, IShareHistory history, PromoterLevels levels, TimeProvider time, ILogger<ShareTerms> logger)
    {
        (_history, _levels, _time, _logger) = (history, levels, time, logger);
        _timeline = new OncePerConfiguration<ShareTimeline>(configuration, NoteAsync);
    }

    /// <inheritdoc />
    public async ValueTask<CommissionTerms> ForAsync(string? ownerId, string? groupId, DateTimeOffset orderedAt, CancellationToken cancellationToken)
    {
        if (ownerId is null)
        {
            return OfNobody;
        }

        var timeline = await TimelineAsync(cancellationToken).ConfigureAwait(false);
        if (timeline.At(ownerId, orderedAt) is not { } epoch)
        {
            return new CommissionTerms(ownerId);
        }

        var month = LedgerMonth.Of(orderedAt);
        return timeline.Find(epoch, groupId, month) ?? await WorkOutAsync(timeline, epoch, groupId, month, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every state of the owners' rules, with what the configuration says now noted.</summary>
    public ValueTask<ShareTimeline> TimelineAsync(CancellationToken cancellationToken) => _timeline.GetAsync(cancellationToken);

    /// <summary>Puts the owners' rules on record as the settings have them now. Done when an edit takes effect, not with the next order.</summary>
    public Task NoteAsync(CancellationToken cancellationToken) => _timeline.NoteAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _timeline.Dispose();

    private async Task<ShareTimeline> NoteAsync(DealBotConfiguration current, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        foreach (var owner in current.Owners)
        {
            await NoteAsync(owner.Id, ShareRules.Of(current, owner), isLatest, cancellationToken).ConfigureAwait(false);
        }

        return new ShareTimeline(current, await _history.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task NoteAsync(string ownerId, ShareRules rules, Func<bool> isLatest, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (await _history.NoteAsync(ownerId, rules, now, isLatest, cancellationToken).ConfigureAwait(false) is not { } noted)
        {
            return;
        }

        if (noted.EffectiveAt > now)
        {
            ShareEvents.NotedForLater(_logger, ownerId, noted.EffectiveAt);
        }
        else
        {
            ShareEvents.Noted(_logger, ownerId, noted.EffectiveAt);
        }
    }

    private async Task<CommissionTerms> WorkOutAsync(ShareTimeline timeline, ShareEpoch epoch, string? groupId, LedgerMonth month, CancellationToken cancellationToken)
    {
        if (epoch.Rules.PromoterOf(groupId) is not { } promoter)
        {
            return timeline.Keep(epoch, groupId, month, epoch.Rules.Terms(epoch.OwnerId));
        }

        var level = await _levels.OfAsync(epoch.Rules, promoter, month, cancellationToken).ConfigureAwait(false);
        var terms = epoch.Rules.Terms(epoch.OwnerId, promoter, level);
        return _levels.HasBegun(month) ? timeline.Keep(epoch, groupId, month, terms) : terms;
    }
}
