using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Shares;

/// <summary>
/// The terms of an order: those in force when it was ordered. Rules that the configuration says anew are noted before any order is divided by
/// them, so that another start, or another year, comes to the same.
/// </summary>
public sealed class ShareTerms(LiveConfiguration configuration, IShareHistory history, PromoterLevels levels, TimeProvider time, ILogger<ShareTerms> logger)
    : ICommissionTerms, IDisposable
{
    private static readonly CommissionTerms OfNobody = new((string?)null);

    private readonly SemaphoreSlim _noting = new(1, 1);
    private volatile ShareTimeline? _timeline;

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
    public async ValueTask<ShareTimeline> TimelineAsync(CancellationToken cancellationToken)
    {
        var current = configuration.Current;
        if (_timeline is { } known && ReferenceEquals(known.Configuration, current))
        {
            return known;
        }

        await _noting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_timeline is { } other && ReferenceEquals(other.Configuration, current))
            {
                return other;
            }

            foreach (var owner in current.Owners)
            {
                await NoteAsync(current, owner, cancellationToken).ConfigureAwait(false);
            }

            return _timeline = new ShareTimeline(current, await history.ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _noting.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _noting.Dispose();

    private async Task NoteAsync(DealBotConfiguration current, Owner owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await history.NoteAsync(owner.Id, ShareRules.Of(current, owner), now, cancellationToken).ConfigureAwait(false) is not { } noted)
        {
            return;
        }

        if (noted.EffectiveAt > now)
        {
            ShareEvents.NotedForLater(logger, owner.Id, noted.EffectiveAt);
        }
        else
        {
            ShareEvents.Noted(logger, owner.Id, noted.EffectiveAt);
        }
    }

    private async Task<CommissionTerms> WorkOutAsync(ShareTimeline timeline, ShareEpoch epoch, string? groupId, LedgerMonth month, CancellationToken cancellationToken)
    {
        if (epoch.Rules.PromoterOf(groupId) is not { } promoter)
        {
            return timeline.Keep(epoch, groupId, month, epoch.Rules.Terms(epoch.OwnerId));
        }

        var level = await levels.OfAsync(epoch.Rules, promoter, month, cancellationToken).ConfigureAwait(false);
        var terms = epoch.Rules.Terms(epoch.OwnerId, promoter, level);
        return levels.HasBegun(month) ? timeline.Keep(epoch, groupId, month, terms) : terms;
    }
}
