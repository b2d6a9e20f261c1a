using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>Turns a puppet's events into those of the groups: what happened in rooms that the settings name, by others than the bot.</summary>
internal sealed class WechatyInbox(WechatySession session, TimeProvider time)
{
    /// <summary>Of wechaty-puppet's own list of kinds.</summary>
    private const int KindText = 7;

    private const int KindLink = 14;

    /// <summary>What happened; null for what nobody needs to know.</summary>
    public Task<ChatEvent?> ReadAsync(EventResponse happened, CancellationToken cancellationToken) => happened.Type switch
    {
        EventType.Message => MessageAsync(WechatyNotice.Parse(happened.Payload), cancellationToken),
        EventType.RoomJoin or EventType.RoomLeave => MembersAsync(happened, WechatyNotice.Parse(happened.Payload), cancellationToken),
        _ => Task.FromResult<ChatEvent?>(null),
    };

    private async Task<ChatEvent?> MessageAsync(WechatyNotice notice, CancellationToken cancellationToken)
    {
        // Who the bot is has to be known first: a bot that hears itself may answer itself.
        if (notice.MessageId is not { } id || session.Login?.SelfId is not { } self)
            return null;

        var message = (await session.Client.MessageAsync(id, cancellationToken)).Answer;
        if (message is not { RoomId.Length: > 0 } || message.TalkerId == self || await session.Rooms.AddressOfAsync(message.RoomId, cancellationToken) is not { } address)
            return null;

        var isToBot = message.MentionIds.Contains(self);
        var text = await TextOfAsync(id, message, cancellationToken);
        return text is null ? null : new ChatEvent.MessageReceived(
            address,
            WechatyChatText.EventId(id),
            WechatyMoment.From(message.ReceiveTime, time.GetUtcNow()),
            message.TalkerId,
            isToBot ? WechatyChatText.WithoutMentions(text) : text,
            isToBot);
    }

    private async Task<string?> TextOfAsync(string id, MessagePayloadResponse message, CancellationToken cancellationToken) => message.Type switch
    {
        KindText => message.Text,
        KindLink when (await session.Client.LinkAsync(id, cancellationToken)).Answer?.UrlLink is { } link => WechatyChatText.Of(link),
        KindLink => message.Text,
        _ => null,
    };

    private async Task<ChatEvent?> MembersAsync(EventResponse happened, WechatyNotice notice, CancellationToken cancellationToken)
    {
        var isJoin = happened.Type == EventType.RoomJoin;
        var count = (isJoin ? notice.InviteeIdList : notice.RemoveeIdList)?.Count(member => member != session.Login?.SelfId) ?? 0;
        if (count == 0 || notice.RoomId is not { } room || await session.Rooms.AddressOfAsync(room, cancellationToken) is not { } address)
            return null;

        var id = $"{(isJoin ? "join" : "leave")}:{WechatyChatText.Hash(happened.Payload)}";
        var at = WechatyMoment.From(notice.Timestamp, time.GetUtcNow());
        return isJoin ? new ChatEvent.MembersJoined(address, id, at, count) : new ChatEvent.MembersLeft(address, id, at, count);
    }
}
