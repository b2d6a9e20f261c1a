using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Core.Bot;

/// <summary>
/// Takes what adapters tell. What is none of the bot's business is forgotten on the spot: what members say to each other is kept nowhere.
/// </summary>
public sealed class ChatIntake(IChatInbox inbox, ChatPace pace, ChatDesk desk, LiveConfiguration configuration, TimeProvider time)
{
    /// <summary>A message longer than this is nobody's command.</summary>
    private const int MostBytes = 2048;

    private const int LongestId = 120;

    /// <summary>Where one adapter's events go.</summary>
    public IChatEvents For(string adapter) => new OfAdapter(this, adapter);

    private async ValueTask TakeAsync(string adapter, ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        if (chatEvent.EventId is not { Length: > 0 and <= LongestId })
        {
            return;
        }

        var key = new ChatKey(adapter, chatEvent.Address, chatEvent.EventId);
        switch (chatEvent)
        {
            case ChatEvent.MessageReceived message:
                await TakeAsync(key, message, cancellationToken).ConfigureAwait(false);
                break;
            case ChatEvent.MembersJoined { Count: > 0 } joined:
                await CountAsync(key, joined.At, joined.Count, 0, cancellationToken).ConfigureAwait(false);
                break;
            case ChatEvent.MembersLeft { Count: > 0 } left:
                await CountAsync(key, left.At, 0, left.Count, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task TakeAsync(ChatKey key, ChatEvent.MessageReceived message, CancellationToken cancellationToken)
    {
        var (current, now) = (configuration.Current, time.GetUtcNow());
        var chat = BotChat.Of(current, key.Adapter, key.Address);
        if (!chat.IsAny
            || now - message.At >= ChatAnswering.Fresh
            || System.Text.Encoding.UTF8.GetByteCount(message.Text) > MostBytes
            || BotCommandReader.Read(message.Text, current.Bot.Words, message.IsToBot) is not { } command)
        {
            return;
        }

        var isCommander = chat.CommandedBy(current, key.Adapter, message.SenderId).Count > 0;
        var isForOwners = command.IsOwners || chat.Groups.Count == 0;
        if (!isCommander && (isForOwners || (current.Bot.OnlyWhenMentioned && !message.IsToBot)))
        {
            return;
        }

        // Asked before the pace is: what is delivered twice must not count as asked twice.
        if (await inbox.KnowsAsync(key, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var verdict = isCommander && isForOwners
            ? pace.AskCommander(key.Adapter, key.Address, message.SenderId)
            : pace.Ask(key.Adapter, key.Address, message.SenderId, current.Bot.PerMemberPerMinute, current.Bot.PerGroupPerMinute);
        if (verdict == PaceVerdict.Silent)
        {
            return;
        }

        // A platform's clock that runs ahead must not make an old message fresh for longer.
        var at = message.At > now ? now : message.At;
        var request = new ChatRequest(key, at, message.SenderId, message.Text, message.IsToBot, IsTooMuch: verdict == PaceVerdict.FirstBeyond);
        if (await inbox.KeepAsync(request, cancellationToken).ConfigureAwait(false))
        {
            desk.Ring();
        }
    }

    private async Task CountAsync(ChatKey key, DateTimeOffset at, int joined, int gone, CancellationToken cancellationToken)
    {
        var days = configuration.Current.Groups
            .Where(group => group.Adapter == key.Adapter && group.Address == key.Address)
            .Select(group => (group.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone)).DateTime)))
            .ToList();
        if (days.Count > 0)
        {
            await inbox.CountAsync(key, at, days, joined, gone, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class OfAdapter(ChatIntake intake, string adapter) : IChatEvents
    {
        public ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(chatEvent);
            return intake.TakeAsync(adapter, chatEvent, cancellationToken);
        }
    }
}
