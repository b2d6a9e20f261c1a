using System.Data.Common;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>Sends what is due: lease → quota → price → account → mark as sending → send → record, message by message.</summary>
public sealed class Dispatcher(IOutbox outbox, MessageSender sender, AccountWatch accounts, DispatchSettings settings, ILogger<Dispatcher> logger)
{
    /// <summary>Long enough for a post of several messages on a slow platform, short enough that a crash is seen the same minute.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A post whose account has to wait is due again at once: the outbox does not lease it before the account may post.</summary>
    private static readonly TimeSpan WithAccount = TimeSpan.FromSeconds(1);

    /// <summary>A gap between messages of an account that is waited out on the spot.</summary>
    private static readonly TimeSpan ShortGap = TimeSpan.FromSeconds(1);

    private const int BatchSize = 64;

    private readonly TimeProvider _time = settings.Time;
    private readonly DispatchRecord _record = new(outbox, settings, logger);

    /// <summary>Sends every post that is due and allowed now.</summary>
    /// <returns>How many messages the platforms took.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        var lanes = new AccountLanes(settings.Posting.Parallelism);
        try
        {
            // Posts to one account go one after another, so that its quota is reckoned right. While one takes its time, what others have
            // due meanwhile is leased and sent.
            IReadOnlyList<LeasedPost> posts;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                await _record.FlushAsync().ConfigureAwait(false);
                posts = await LeaseAsync(lanes, cancellationToken).ConfigureAwait(false);
                foreach (var account in posts.GroupBy(post => new AccountKey(post.Adapter, post.Account)))
                {
                    lanes.Add(account.Key, async () => Interlocked.Add(ref sent, await SendToAsync(account.Key, account, cancellationToken).ConfigureAwait(false)));
                }
            }
            while (!await lanes.IdleAsync(settings.LookAgain).ConfigureAwait(false) || posts.Count > 0);
        }
        finally
        {
            // A message under way is seen to its end and recorded, whatever else goes wrong.
            await lanes.EndAsync().ConfigureAwait(false);
            await _record.FlushAsync().ConfigureAwait(false);
        }

        return sent;
    }

    private async Task<IReadOnlyList<LeasedPost>> LeaseAsync(AccountLanes lanes, CancellationToken cancellationToken)
    {
        try
        {
            await accounts.KnowAsync(sender.AccountOf, cancellationToken).ConfigureAwait(false);
            var posts = await outbox.LeaseDueAsync(_time.GetUtcNow(), Lease, BatchSize, cancellationToken).ConfigureAwait(false);
            return [.. await Task.WhenAll(posts.Select(KnownAsync)).ConfigureAwait(false)];
        }
        catch (DbException) when (lanes.IsBusy)
        {
            // Ending the round would have to wait for a platform that may hang, and all others with it. The storage says what is wrong with it.
            return [];
        }
    }

    /// <summary>The post with the account that the settings in force name, whatever was on record.</summary>
    private async Task<LeasedPost> KnownAsync(LeasedPost post)
    {
        var account = sender.AccountOf(post.Adapter, post.Address);
        if (account.Name == post.Account)
        {
            return post;
        }

        try
        {
            await accounts.KnowAsync(account, post.Address).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // It only decides what is taken up together, and is found wrong again with the next post.
        }

        return post with { Account = account.Name };
    }

    private async Task<int> SendToAsync(AccountKey account, IEnumerable<LeasedPost> posts, CancellationToken stopping)
    {
        var sent = 0;
        var open = new Queue<LeasedPost>(posts);
        try
        {
            for (; open.TryPeek(out var post); open.Dequeue())
            {
                sent += await SendPostAsync(account, post, stopping).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // The supervised edge to an account: whatever is wrong with one, the posts of others must go out.
            if (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                logger.AccountFailed(exception, account.ToString());
            }

            foreach (var post in open)
            {
                _record.Leave(post);
            }
        }

        return sent;
    }

    private async Task<int> SendPostAsync(AccountKey account, LeasedPost post, CancellationToken stopping)
    {
        if (sender.AdapterOf(post) is not { } adapter)
        {
            var gone = new MessageOutcome.Failed(new Phrase($"适配器 {post.Adapter} 已不在配置里", $"adapter {post.Adapter} is no longer configured"));
            await outbox.RecordAsync(post, post.Messages[0].Index, gone, _time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            return 0;
        }

        var sent = 0;
        foreach (var message in post.Messages)
        {
            // A post that was sent in part is seen to its end: a poster without its link would be in the chat until the service is back, or for good.
            var later = sent == 0 && stopping.IsCancellationRequested ? _time.GetUtcNow() : await NextAllowedAsync(post, message, adapter).ConfigureAwait(false);
            if (later is not null)
            {
                await outbox.ReleaseAsync(post, later.Value, CancellationToken.None).ConfigureAwait(false);
                break;
            }

            if (sent == 0 && await IsWithdrawnAsync(post, stopping).ConfigureAwait(false))
            {
                break;
            }

            // Asked last: it may give out the one try of an account that had stopped.
            if (await accounts.AskAsync(account).ConfigureAwait(false) is not { } standing)
            {
                await outbox.ReleaseAsync(post, _time.GetUtcNow() + WithAccount, CancellationToken.None).ConfigureAwait(false);
                break;
            }

            if (!await outbox.BeginSendAsync(post, message.Index, _time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false))
            {
                break;
            }

            var result = await sender.SendAsync(adapter, post, message).ConfigureAwait(false);
            var change = accounts.Judge(account, standing, result, adapter.LimitsFor(post.Address));
            var (outcome, isRecorded) = await RecordAsync(post, message, result, change).ConfigureAwait(false);
            sent += outcome.IsTaken ? 1 : 0;
            if (!outcome.IsTaken || !isRecorded)
            {
                break;
            }
        }

        return sent;
    }

    /// <summary>Takes back a post that has waited, if what it says holds no more.</summary>
    private async Task<bool> IsWithdrawnAsync(LeasedPost post, CancellationToken stopping)
    {
        if (settings.Recheck is not { } recheck || await recheck.AskAsync(post, stopping).ConfigureAwait(false) is not { } reason)
        {
            return false;
        }

        await outbox.WithdrawAsync(post, reason, _time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>Null if the quota allows a message now, or has let one wait for a moment; else when it does.</summary>
    private async Task<DateTimeOffset?> NextAllowedAsync(LeasedPost post, LeasedMessage message, IMessagingAdapter adapter)
    {
        var now = _time.GetUtcNow();
        var limits = adapter.LimitsFor(post.Address);
        var windows = QuotaWindow.Of(limits, message.Message.IsPicture);
        var nthLast = await outbox.NthLastAttemptsAsync(new AccountKey(post.Adapter, post.Account), post.Address, windows, now, CancellationToken.None).ConfigureAwait(false);
        var next = SendQuota.NextAllowed(windows, nthLast, now);
        if (next > now && limits.LeastGap <= ShortGap && next - now <= limits.LeastGap)
        {
            // Given back, the post would be taken up again with the next look: a bot that may post thirty messages a second would post one.
            await Task.Delay(next - now, _time, CancellationToken.None).ConfigureAwait(false);
            return null;
        }

        return next > now ? next : null;
    }

    private async Task<(MessageOutcome Outcome, bool IsRecorded)> RecordAsync(LeasedPost post, LeasedMessage message, SendResult result, AccountChange change)
    {
        var now = _time.GetUtcNow();
        var outcome = RetryPolicy.Decide(result, message.Attempts + 1, settings.Posting.MaxAttempts, change.After.IsDown, now);
        if (!outcome.IsTaken)
        {
            logger.NotSent(message.Index, post.PostId, change.Account.ToString(), outcome.ToString());
        }

        var isRecorded = await _record.RecordAsync(post, message.Index, outcome, now).ConfigureAwait(false);
        await accounts.KeepAsync(change).ConfigureAwait(false);
        await accounts.NoteAsync(post.Adapter, post.Address, result).ConfigureAwait(false);
        return (outcome, isRecorded);
    }
}
