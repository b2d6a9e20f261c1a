using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>
/// Answers requests as they come, several at once so that a slow network keeps only one of them waiting. What is to be done is read from
/// the database, so a request that a crash left behind is answered by the next start if it is still fresh.
/// </summary>
public sealed class ChatDesk(IChatInbox inbox, ChatAnswering answering, TimeProvider time, ILogger<ChatDesk> logger)
{
    private const int AtOnce = 8;

    /// <summary>How long a request waits that the database did not let be answered.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<ChatKey, bool> _underWay = new();
    private readonly List<Task> _tasks = [];

    /// <summary>There is something new.</summary>
    public void Ring() => _signals.Writer.TryWrite(true);

    /// <summary>Works until cancelled; what is under way then is seen to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await BeginAsync(stopping).ConfigureAwait(false);
                await _signals.Reader.ReadAsync(stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(_tasks).ConfigureAwait(false);
        }
    }

    /// <summary>Begins all that is open and for which there is room.</summary>
    private async Task BeginAsync(CancellationToken stopping)
    {
        try
        {
            var open = await inbox.OpenAsync(stopping).ConfigureAwait(false);
            _tasks.RemoveAll(task => task.IsCompleted);
            foreach (var request in open.Where(request => !_underWay.ContainsKey(request.Key)).Take(Math.Max(0, AtOnce - _underWay.Count)))
            {
                _underWay[request.Key] = true;
                _tasks.Add(Task.Run(() => AnswerAsync(request, stopping), CancellationToken.None));
            }
        }
        catch (DbException exception)
        {
            logger.RequestWaits("all", exception.Message);
            await Task.Delay(AfterFault, time, stopping).ConfigureAwait(false);
            Ring();
        }
    }

    private async Task AnswerAsync(ChatRequest request, CancellationToken stopping)
    {
        var chat = $"{request.Key.Adapter}/{request.Key.Address}";
        try
        {
            if (await answering.AnswerAsync(request, stopping).ConfigureAwait(false) is { } answer)
            {
                logger.Answered(answer.Verb, chat, answer.PostId);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stays open for the next start.
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            logger.RequestWaits(chat, exception.Message);
            await Task.Delay(AfterFault, time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The supervised edge to a request: whatever is wrong with one, others are answered, and this one is not tried for ever.
            logger.RequestFailed(exception, chat);
            await ForgetAsync(request).ConfigureAwait(false);
        }
        finally
        {
            _underWay.TryRemove(request.Key, out _);
            Ring();
        }
    }

    private async Task ForgetAsync(ChatRequest request)
    {
        try
        {
            await inbox.DoneAsync(request.Key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            logger.RequestWaits($"{request.Key.Adapter}/{request.Key.Address}", exception.Message);
            await Task.Delay(AfterFault, time, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
