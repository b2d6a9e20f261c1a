using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Posting;

/// <summary>Sends what is due: lease → quota → mark as sending → send → record, message by message.</summary>
public sealed class Dispatcher(
    IOutbox outbox,
    IReadOnlyDictionary<string, IMessagingAdapter> adapters,
    PictureFiles pictures,
    DispatchSettings settings,
    ILogger<Dispatcher> logger)
{
    /// <summary>Long enough for a post of several messages on a slow platform, short enough that a crash is seen the same minute.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int BatchSize = 64;

    private readonly TimeProvider _time = settings.Time;
    private readonly AccountPauses _pauses = new();

    /// <summary>Sends every post that is due and allowed now.</summary>
    /// <returns>How many messages the platforms took.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        IReadOnlyList<LeasedPost> posts;
        do
        {
            posts = await outbox.LeaseDueAsync(_time.GetUtcNow(), Lease, BatchSize, cancellationToken).ConfigureAwait(false);
            sent += await SendAllAsync(posts, cancellationToken).ConfigureAwait(false);
        }
        while (posts.Count > 0);
        return sent;
    }

    private async Task<int> SendAllAsync(IReadOnlyList<LeasedPost> posts, CancellationToken cancellationToken)
    {
        var sent = 0;

        // Accounts go side by side; posts to one account go one after another, so that its quota is reckoned right.
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Posting.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(posts.GroupBy(post => (post.Adapter, post.Address)), options, async (account, token) =>
        {
            foreach (var post in account)
            {
                Interlocked.Add(ref sent, await SendPostAsync(post, token).ConfigureAwait(false));
            }
        }).ConfigureAwait(false);
        return sent;
    }

    private async Task<int> SendPostAsync(LeasedPost post, CancellationToken cancellationToken)
    {
        if (!adapters.TryGetValue(post.Adapter, out var adapter))
        {
            var gone = new MessageOutcome.Failed(new Phrase($"适配器 {post.Adapter} 已不在配置里", $"adapter {post.Adapter} is no longer configured"));
            await outbox.RecordAsync(post, post.Messages[0].Index, gone, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var sent = 0;
        foreach (var message in post.Messages)
        {
            if (await NextAllowedAsync(post, message, adapter, cancellationToken).ConfigureAwait(false) is { } later)
            {
                await outbox.ReleaseAsync(post, later, cancellationToken).ConfigureAwait(false);
                break;
            }

            if (!await outbox.BeginSendAsync(post, message.Index, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            // From here on nothing but the adapter's own time-out ends the call: torn, it would leave a message of unknown fate.
            var result = await SendAsync(adapter, post, message).ConfigureAwait(false);
            var outcome = await RecordAsync(post, message, result).ConfigureAwait(false);
            if (outcome is not MessageOutcome.Sent)
            {
                break;
            }

            sent++;
        }

        return sent;
    }

    /// <summary>Null if the account may send now, else when.</summary>
    private async Task<DateTimeOffset?> NextAllowedAsync(LeasedPost post, LeasedMessage message, IMessagingAdapter adapter, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (_pauses.Until(post.Adapter, post.Address) is { } paused && paused > now)
        {
            return paused;
        }

        var windows = QuotaWindow.Of(adapter.LimitsFor(post.Address), message.Message.Kind == "image");
        var nthLast = await outbox.NthLastAttemptsAsync(post.Adapter, post.Address, windows, now, cancellationToken).ConfigureAwait(false);
        var next = SendQuota.NextAllowed(windows, nthLast, now);
        return next > now ? next : null;
    }

    private async Task<SendResult> SendAsync(IMessagingAdapter adapter, LeasedPost post, LeasedMessage message)
    {
        OutgoingMessage outgoing;
        try
        {
            outgoing = message.Message.Open(pictures);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Rejected(new Phrase($"读不到图片：{exception.Message}", $"picture can't be read: {exception.Message}"));
        }

        try
        {
            return await adapter.SendAsync(new SendRequest($"{post.PostId}.{message.Index}", post.Address, outgoing), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The supervised edge to adapters: whatever escapes one, the message may have left.
            logger.LogError(exception, "Adapter {Adapter} threw while sending {PostId}", post.Adapter, post.PostId);
            return new SendResult.Unknown(new Phrase($"适配器 {post.Adapter} 出错", $"adapter {post.Adapter} threw {exception.GetType().Name}"));
        }
    }

    private async Task<MessageOutcome> RecordAsync(LeasedPost post, LeasedMessage message, SendResult result)
    {
        var now = _time.GetUtcNow();
        var outcome = RetryPolicy.Decide(result, message.Attempts + 1, settings.Posting.MaxAttempts, now);
        _pauses.Note(post.Adapter, post.Address, result, now);
        if (outcome is not MessageOutcome.Sent)
        {
            logger.LogWarning("Message {Index} of {PostId} to {Adapter}/{Address}: {Outcome}", message.Index, post.PostId, post.Adapter, post.Address, outcome);
        }

        // What the platform answered must be kept even while the host is being stopped.
        await outbox.RecordAsync(post, message.Index, outcome, now, CancellationToken.None).ConfigureAwait(false);
        return outcome;
    }
}
