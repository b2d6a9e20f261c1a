using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Selection;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>
/// Asks networks for deals again, minutes before they are posted: price and coupon may have changed since the catalog was synced. An answer holds
/// for some minutes, so that a deal which goes to five hundred groups is asked for once.
/// </summary>
public sealed class DealRecheck(OwnerNetworks networks, RecheckSettings settings, TimeProvider time, ILogger<DealRecheck> logger)
{
    /// <summary>For so long an answer is as good as new, and so is what a sync has just seen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    /// <summary>Whoever could not tell may be able to in a moment, and slots wait for it.</summary>
    private static readonly TimeSpan FreshIfNotTold = TimeSpan.FromSeconds(30);

    /// <summary>Answers kept before old ones are looked for.</summary>
    private const int ManyAnswers = 2_000;

    private static readonly DealCheck.NotTold Off = new(new Phrase("设置为不复查", "asking again is switched off"));

    private static readonly DealCheck.NotTold NobodyToAsk = new(new Phrase("没有可以询问的联盟账号", "there is no network account to ask"));

    private readonly ConcurrentDictionary<IAffiliateNetwork, RecheckLane> _lanes = new();
    private readonly ConcurrentDictionary<(IAffiliateNetwork Network, string Item), Answer> _answers = new();

    /// <summary>Asks for the deals that are likely to be posted, side by side, so that they need not be waited for one by one.</summary>
    public Task WarmAsync(string ownerId, IEnumerable<Deal> deals, CancellationToken cancellationToken) =>
        Task.WhenAll(deals.Select(deal => CheckAsync(ownerId, deal))).WaitAsync(cancellationToken);

    /// <summary>Whether a deal may still be posted.</summary>
    /// <param name="ownerId">Through whose account to ask.</param>
    /// <param name="deal">The deal as last seen.</param>
    /// <param name="shown">What must hold.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RecheckVerdict> AskAsync(string ownerId, Deal deal, ShownPrice shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(shown);

        // What the clock alone tells needs no call.
        var now = time.GetUtcNow();
        var check = shown.CouponEndsAt <= now ? Off : await CheckAsync(ownerId, deal).WaitAsync(cancellationToken).ConfigureAwait(false);
        var verdict = shown.CouponEndsAt <= now
            ? new RecheckVerdict.Falls(RejectReason.CouponExpired, SkipReason.CouponExpired)
            : RecheckVerdict.Of(shown, check, deal, now, settings.Trust);
        if (verdict is RecheckVerdict.Falls falls)
        {
            logger.DealFalls(deal.Key.ToString(), falls.Reason.Code, falls.Reason.Text.En);
        }

        return verdict;
    }

    private Task<DealCheck> CheckAsync(string ownerId, Deal deal)
    {
        var now = time.GetUtcNow();
        if (settings.Patience <= TimeSpan.Zero)
        {
            return Task.FromResult<DealCheck>(Off);
        }

        if (IsFresh(deal.SeenAt, now))
        {
            return Task.FromResult<DealCheck>(new DealCheck.Found(deal));
        }

        if (networks.Find(ownerId, deal.Key.Network) is not { } network)
        {
            return Task.FromResult<DealCheck>(NobodyToAsk);
        }

        Forget(now);
        var lane = _lanes.GetOrAdd(network, key => new RecheckLane(key, settings, time));
        var answer = new Answer(now, new Lazy<Task<DealCheck>>(() => lane.AskAsync(deal)));
        return _answers.AddOrUpdate((network, deal.Key.ItemId), answer, (_, known) => IsFresh(known, now) ? known : answer).Check.Value;
    }

    private static bool IsFresh(Answer answer, DateTimeOffset now) =>
        (now - answer.At).Duration() < (answer.Check is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: DealCheck.NotTold } } ? FreshIfNotTold : Fresh);

    private static bool IsFresh(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration() < Fresh;

    private void Forget(DateTimeOffset now)
    {
        if (_answers.Count > ManyAnswers)
        {
            foreach (var (key, _) in _answers.Where(answer => !IsFresh(answer.Value.At, now)))
            {
                _answers.TryRemove(key, out _);
            }
        }
    }

    private sealed record Answer(DateTimeOffset At, Lazy<Task<DealCheck>> Check);
}
