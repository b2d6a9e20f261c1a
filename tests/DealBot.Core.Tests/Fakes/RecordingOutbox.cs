using DealBot.Core.Accounts;
using DealBot.Core.Posting;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Writes down what is asked of it, in order, and hands out the posts it was given.</summary>
internal sealed class RecordingOutbox : IOutbox
{
    public List<string> Calls { get; } = [];

    public List<LeasedPost> Due { get; } = [];

    public List<DateTimeOffset> Attempts { get; } = [];

    /// <summary>What each attempt of this run counted for: account and address.</summary>
    public List<(string Account, string Address)> CountedFor { get; } = [];

    public List<MessageOutcome> Outcomes { get; } = [];

    public bool HoldsLease { get; set; } = true;

    /// <summary>What goes wrong when posts are to be taken up.</summary>
    public Func<Exception?> LeaseFault { get; set; } = () => null;

    /// <summary>What goes wrong when a post is about to be sent.</summary>
    public Func<LeasedPost, Exception?> Fault { get; set; } = _ => null;

    /// <summary>What goes wrong when an answer is recorded.</summary>
    public Exception? RecordFault { get; set; }

    /// <summary>What goes wrong when a post is given back.</summary>
    public Exception? ReleaseFault { get; set; }

    /// <summary>Done when the first answer is on record.</summary>
    public TaskCompletionSource FirstRecorded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset? ReleasedUntil { get; private set; }

    public Task<bool> PlanAsync(PlannedPost post, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SkipAsync(SkippedPost post, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ExistsAsync(string postId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LeasedPost>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int max, CancellationToken cancellationToken)
    {
        Note("lease");
        if (LeaseFault() is { } fault)
        {
            throw fault;
        }

        var batch = Due.Take(max).ToList();
        Due.RemoveRange(0, batch.Count);
        return Task.FromResult<IReadOnlyList<LeasedPost>>(batch);
    }

    public Task<bool> BeginSendAsync(LeasedPost post, int index, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Fault(post) is { } fault)
        {
            throw fault;
        }

        Note($"begin {post.PostId}.{index}");
        Attempts.Add(now);
        CountedFor.Add((post.Account, post.Address));
        return Task.FromResult(HoldsLease);
    }

    public Task RecordAsync(LeasedPost post, int index, MessageOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (RecordFault is { } fault)
        {
            throw fault;
        }

        Note($"record {post.PostId}.{index} {outcome.GetType().Name}");
        lock (Calls)
        {
            Outcomes.Add(outcome);
        }

        FirstRecorded.TrySetResult();
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(LeasedPost post, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        if (ReleaseFault is { } fault)
        {
            throw fault;
        }

        Note($"release {post.PostId}");
        ReleasedUntil = notBefore;
        return Task.CompletedTask;
    }

    public Task WithdrawAsync(LeasedPost post, SkipReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Note($"withdraw {post.PostId} {reason.Code}");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DateTimeOffset?>> NthLastAttemptsAsync(
        AccountKey account, string address, IReadOnlyList<QuotaWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newestFirst = Attempts.Where(at => at <= now).OrderDescending().ToList();
        return Task.FromResult<IReadOnlyList<DateTimeOffset?>>([.. windows.Select(window =>
            newestFirst.Count >= window.Most ? newestFirst[window.Most - 1] : (DateTimeOffset?)null)]);
    }

    public Task<int> CountAttemptsAsync(AccountKey account, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(Attempts.Count(at => at >= since));

    public void Note(string call)
    {
        lock (Calls)
        {
            Calls.Add(call);
        }
    }
}
