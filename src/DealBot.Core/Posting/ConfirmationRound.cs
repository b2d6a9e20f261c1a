using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Notices;

namespace DealBot.Core.Posting;

/// <summary>
/// Follows tasks that a person has to confirm: tells the owner once that there are some, asks the platform with growing pauses, and gives up
/// after <see cref="PostingOptions.ConfirmHours"/>. A task is never made again by itself.
/// </summary>
public sealed class ConfirmationRound(IPostConfirmations confirmations, PostingScope scope, PostingSupervision supervision)
{
    public const string NoticeKind = "post_awaiting";

    /// <summary>So many questions a round and adapter; with more those come first that were asked longest ago, or never, and the others with the next round.</summary>
    private const int MostQuestions = 100;

    /// <summary>Longer than this no adapter is asked in a round, since the next one begins when all have been.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(1);

    /// <summary>A platform that can't be asked for so many times the usual wait never will be.</summary>
    private const int Patience = 2;

    /// <summary>When each task was asked after. After a restart all are asked at once, which is what one wants to know then.</summary>
    private readonly ConcurrentDictionary<(string PostId, int Index), DateTimeOffset> _asked = new();

    /// <summary>Runs one round.</summary>
    /// <returns>How many tasks came to an end.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await confirmations.ListAsync(cancellationToken).ConfigureAwait(false);
        await TellAsync(waiting, cancellationToken).ConfigureAwait(false);
        var known = waiting.Select(message => (message.PostId, message.Index)).ToHashSet();
        _asked.Keys.Where(task => !known.Contains(task)).ToList().ForEach(task => _asked.TryRemove(task, out _));
        var now = supervision.Time.GetUtcNow();
        var due = waiting.Where(message => IsDue(message, now)).OrderBy(message => _asked.GetValueOrDefault((message.PostId, message.Index))).GroupBy(message => message.Adapter);

        // Side by side: a platform that is slow to answer keeps those of others waiting for a minute at most.
        var ended = await Task.WhenAll(due.Select(adapter => SettleAsync([.. adapter.Take(MostQuestions)], now, cancellationToken))).ConfigureAwait(false);
        return ended.Sum();
    }

    /// <summary>Told before it is noted: a crash in between tells it again, the other order might never tell it.</summary>
    private async Task TellAsync(IReadOnlyList<AwaitingMessage> waiting, CancellationToken cancellationToken)
    {
        foreach (var owner in waiting.GroupBy(message => message.OwnerId).Where(owner => owner.Any(message => !message.IsTold)))
        {
            var posts = owner.Select(message => message.PostId).Distinct().ToList();
            await supervision.Notices.TellAsync(new Notice(owner.Key, NoticeKind, owner.Key, Wording(owner.First(), posts.Count)), cancellationToken).ConfigureAwait(false);
            await confirmations.ToldAsync(posts, cancellationToken).ConfigureAwait(false);
        }
    }

    private Phrase Wording(AwaitingMessage first, int posts) => new(
        $"有 {posts} 条推送等你确认，{scope.Options.ConfirmHours} 小时内没有确认就算没发。{first.Reason.Zh}",
        $"{posts} {(posts == 1 ? "post waits" : "posts wait")} for your confirmation; what is not confirmed within {scope.Options.ConfirmHours} hours counts as not sent. {first.Reason.En}");

    /// <summary>A last time in the future means that the clock was set back since.</summary>
    private bool IsDue(AwaitingMessage message, DateTimeOffset now) =>
        !_asked.TryGetValue((message.PostId, message.Index), out var last) || last > now || now - last >= ConfirmationPace.After(last - message.Since);

    private async Task<int> SettleAsync(IReadOnlyList<AwaitingMessage> messages, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var message in messages.TakeWhile(_ => supervision.Time.GetUtcNow() - began < LongestRound))
        {
            _asked[(message.PostId, message.Index)] = supervision.Time.GetUtcNow();
            var state = await AskAsync(message, cancellationToken).ConfigureAwait(false);
            ended += await RecordAsync(message, state, supervision.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return ended;
    }

    private async Task<bool> RecordAsync(AwaitingMessage message, ConfirmationState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (limit, age) = (TimeSpan.FromHours(scope.Options.ConfirmHours), now - message.Since);
        return state switch
        {
            ConfirmationState.Sent sent => await confirmations.ConfirmAsync(message, Within(sent.At, message.Since, now), cancellationToken).ConfigureAwait(false),
            ConfirmationState.Ended ended => await confirmations.EndAsync(message, ended.Reason, cancellationToken).ConfigureAwait(false),
            ConfirmationState.Waiting when age >= limit => await confirmations.EndAsync(message, Unconfirmed(), cancellationToken).ConfigureAwait(false),
            ConfirmationState.Unknowable unknowable when age >= Patience * limit => await confirmations.LoseAsync(message, unknowable.Reason, cancellationToken).ConfigureAwait(false),
            _ => false,
        };
    }

    private Phrase Unconfirmed() => new(
        $"{scope.Options.ConfirmHours} 小时没有确认，不再等", $"not confirmed within {scope.Options.ConfirmHours} hours: given up");

    /// <summary>The platform's clock is another; what it says must lie between the task and the present.</summary>
    private static DateTimeOffset Within(DateTimeOffset? at, DateTimeOffset since, DateTimeOffset now) =>
        at is not { } known || known > now ? now : known < since ? since : known;

    private async Task<ConfirmationState> AskAsync(AwaitingMessage message, CancellationToken cancellationToken)
    {
        if (scope.Adapters.GetValueOrDefault(message.Adapter) is not IOwnerConfirmation adapter)
        {
            return new ConfirmationState.Unknowable(new Phrase($"适配器 {message.Adapter} 已不在配置里", $"adapter {message.Adapter} is no longer configured"));
        }

        try
        {
            return await adapter.AskAsync(message.Address, message.TaskId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The supervised edge to adapters: one that can't answer tells nothing.
            supervision.Logger.ConfirmationFailed(exception, message.Adapter, message.PostId);
            return new ConfirmationState.Unknowable(new Phrase($"适配器 {message.Adapter} 出错", $"adapter {message.Adapter} threw {exception.GetType().Name}"));
        }
    }
}
