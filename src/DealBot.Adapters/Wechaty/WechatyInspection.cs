using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Adapters.Wire.Grpc;
using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>Finds out whether a room can be posted to, without posting.</summary>
internal sealed class WechatyInspection(WechatySession session)
{
    /// <summary>How long a puppet may take to say whether it is logged in. Real time: it measures the network and not the day.</summary>
    private static readonly TimeSpan LoginTakes = TimeSpan.FromSeconds(5);

    public async Task<AddressReport> InspectAsync(WechatyRoom room, CancellationToken cancellationToken)
    {
        var version = await session.Client.VersionAsync(cancellationToken);
        if (version.Fault is { } noService)
            return AddressReport.Failed(noService);

        var login = session.Login ?? await AskLoginAsync(cancellationToken);
        if (login is { IsLoggedIn: false })
            return AddressReport.Failed(new AccountFault(null, WechatyStatusCodes.NotLoggedIn));

        var place = await session.Rooms.FindAsync(room, cancellationToken);
        return place.Id is { } id ? await DescribeAsync(room, id, cancellationToken) : AddressReport.Failed(place.Fault!);
    }

    private async Task<AddressReport> DescribeAsync(WechatyRoom room, string id, CancellationToken cancellationToken)
    {
        var payload = await session.Client.RoomAsync(id, cancellationToken);
        if (payload.Answer is not { } found)
            return AddressReport.Failed(payload.IsRefusal && payload.Fault!.Field is null ? new AccountFault(nameof(WechatyRoom.Id), WechatySession.NoRoom) : payload.Fault!);

        var (count, _) = await session.CountMembersAsync(room, cancellationToken);
        return AddressReport.Proven(count is null
            ? new Phrase($"群「{found.Topic}」，puppet 没有给出人数", $"room \"{found.Topic}\"; the puppet does not tell how many members it has")
            : new Phrase($"群「{found.Topic}」，{count} 人", $"room \"{found.Topic}\", {count} members"));
    }

    /// <summary>What the stream of events begins with; null if somebody else holds it, or if the puppet says nothing.</summary>
    private async Task<WechatyLogin?> AskLoginAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LoginTakes);
        try
        {
            using var response = await session.Client.ListenAsync(limit.Token);
            if (await session.StartAsync(limit.Token) is not null)
                return null;

            await foreach (var message in new GrpcStream(response).ReadAsync(limit.Token))
            {
                if (LoginOf(EventResponse.Parser.ParseFrom(message)) is { } login)
                    return login;
            }

            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static WechatyLogin? LoginOf(EventResponse happened) => happened.Type switch
    {
        EventType.Login => new WechatyLogin(WechatyNotice.Parse(happened.Payload).ContactId),
        EventType.Logout or EventType.Scan => new WechatyLogin(SelfId: null),
        _ => null,
    };
}
