using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>
/// Keeps every adapter listening that somebody wants to listen. Adapters reconnect by themselves; here is seen to one that gives up, or throws.
/// </summary>
public sealed class ChatListening(ChatIntake intake, ListenerBoard board, BotScope scope, INotices notices, ILogger<ChatListening> logger)
{
    public const string NoticeKind = "chat_listener";

    /// <summary>How often to look whether the configuration still wants it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>What a platform refused is tried again after this, if nobody changes anything before.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>Listens until cancelled.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(scope.Posting.Adapters.Values
        .Where(adapter => adapter is IChatListener)
        .Select(adapter => KeepAsync(adapter, (IChatListener)adapter, stopping)));

    private async Task KeepAsync(IMessagingAdapter adapter, IChatListener listener, CancellationToken stopping)
    {
        var pauses = new ListenerPauses();
        try
        {
            while (true)
            {
                await UntilAsync(() => ChatNeed.Is(Current, adapter), TimeSpan.MaxValue, stopping).ConfigureAwait(false);
                await ListenAsync(adapter, listener, pauses, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task ListenAsync(IMessagingAdapter adapter, IChatListener listener, ListenerPauses pauses, CancellationToken stopping)
    {
        var (began, configuration) = (scope.Time.GetTimestamp(), Current);
        try
        {
            board.Note(adapter.Name, isListening: true);
            logger.Listening(adapter.Name);
            if (await WhileNeededAsync(adapter, listener, stopping).ConfigureAwait(false))
            {
                board.Note(adapter.Name, isListening: false);
                return;
            }

            await PauseAsync(adapter, pauses.After(scope.Time.GetElapsedTime(began)), null, stopping).ConfigureAwait(false);
        }
        catch (ChatListenerException exception)
        {
            board.Note(adapter.Name, isListening: false, exception.Reason);
            logger.ListeningRefused(adapter.Name, exception.Reason.En);
            await TellAsync(adapter.Name, exception, stopping).ConfigureAwait(false);
            await UntilAsync(() => !ReferenceEquals(Current, configuration), AfterRefusal, stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The supervised edge to adapters: one that breaks off, however, is begun again and keeps no other from listening.
            await PauseAsync(adapter, pauses.After(scope.Time.GetElapsedTime(began)), exception, stopping).ConfigureAwait(false);
        }
    }

    /// <returns>Whether it was ended because nobody wants it any more; if not, it ended by itself.</returns>
    private async Task<bool> WhileNeededAsync(IMessagingAdapter adapter, IChatListener listener, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        // On a thread of its own: an adapter that does not give way must not keep the others from beginning.
        var listening = Task.Run(() => listener.ListenAsync(intake.For(adapter.Name), ending.Token), ending.Token);
        while (await Task.WhenAny(listening, Task.Delay(Look, scope.Time, stopping)).ConfigureAwait(false) != listening && !stopping.IsCancellationRequested)
        {
            if (!ChatNeed.Is(Current, adapter))
            {
                await ending.CancelAsync().ConfigureAwait(false);
                await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            }
        }

        await listening.ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
        return false;
    }

    private async Task PauseAsync(IMessagingAdapter adapter, TimeSpan pause, Exception? exception, CancellationToken stopping)
    {
        board.Note(adapter.Name, isListening: false, new Phrase("连接断了，正在重连", "the connection broke off and is being made again"));
        logger.ListeningBroke(exception, adapter.Name, pause.TotalSeconds);
        await Task.Delay(pause, scope.Time, stopping).ConfigureAwait(false);
    }

    private async Task UntilAsync(Func<bool> isSo, TimeSpan atMost, CancellationToken stopping)
    {
        var began = scope.Time.GetTimestamp();
        while (!isSo() && scope.Time.GetElapsedTime(began) < atMost)
        {
            await Task.Delay(Look, scope.Time, stopping).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(string adapter, ChatListenerException exception, CancellationToken cancellationToken)
    {
        var field = exception.Field is { } name ? $"（{name}）" : "";
        var text = new Phrase(
            $"{adapter} 收不到群里的消息，机器人在那里不会回答{field}：{exception.Reason.Zh}",
            $"{adapter} hears nothing of its chats, so the bot does not answer there{(exception.Field is { } en ? $" ({en})" : "")}: {exception.Reason.En}");
        foreach (var owner in Current.Owners.Where(owner => owner.Digest.Adapter == adapter || Current.GroupsOf(owner).Any(group => group.Adapter == adapter)))
        {
            await notices.TellAsync(new Notice(owner.Id, NoticeKind, adapter, text), cancellationToken).ConfigureAwait(false);
        }
    }

    private DealBotConfiguration Current => scope.Posting.Configuration.Current;
}
