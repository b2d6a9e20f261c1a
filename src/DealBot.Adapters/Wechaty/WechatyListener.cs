using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Adapters.Wire.Grpc;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.Wechaty;

/// <summary>Holds the stream of events of one puppet.</summary>
internal sealed class WechatyListener(string puppet, WechatySession session, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// So many times a stream that somebody else holds is asked for again, with pauses that double: it may be this program's own of before,
    /// whose end the service has not noticed yet.
    /// </summary>
    private const int Patience = 8;

    /// <summary>Services of the community begin their answer with the first event and not before.</summary>
    private static readonly TimeSpan HeadTakes = TimeSpan.FromSeconds(5);

    private readonly WechatyInbox _inbox = new(session, time);
    private int _heldElsewhere;

    /// <summary>Listens until the stream ends. Events between two streams are lost: services keep none.</summary>
    /// <param name="events">Takes what happens.</param>
    /// <param name="heard">Called with each event.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ListenAsync(IChatEvents events, Action heard, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var opening = session.Client.ListenAsync(ending.Token);
        try
        {
            // The stream comes first: what the puppet says while it starts, the service keeps for nobody.
            await Task.WhenAny(opening, Task.Delay(HeadTakes, time, ending.Token));
            if (await session.StartAsync(ending.Token) is { } fault)
                throw Failed(fault);

            var stream = new GrpcStream(await opening);
            await foreach (var message in stream.ReadAsync(ending.Token))
            {
                _heldElsewhere = 0;
                heard();
                await TakeAsync(EventResponse.Parser.ParseFrom(message), events, ending.Token);
            }

            ThrowUnlessEnded(stream.Status);
        }
        finally
        {
            session.Lost();
            await ending.CancelAsync();
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // A stream that stays open would keep the next one out.
            if (opening.IsCompletedSuccessfully)
                (await opening).Dispose();
        }
    }

    private async Task TakeAsync(EventResponse happened, IChatEvents events, CancellationToken cancellationToken)
    {
        switch (happened.Type)
        {
            case EventType.Login:
                session.Login = new WechatyLogin(WechatyNotice.Parse(happened.Payload).ContactId);
                break;
            case EventType.Logout or EventType.Scan:
                NoteLoggedOut();
                break;
            default:
                if (await _inbox.ReadAsync(happened, cancellationToken) is { } chatEvent)
                    await events.TakeAsync(chatEvent, cancellationToken);
                break;
        }
    }

    // The code to scan stays out of the log: whoever sees it in time could let an account of his own in.
    private void NoteLoggedOut()
    {
        if (session.Login is not { IsLoggedIn: false })
            logger.LogWarning(new EventId(6300, "PuppetLoggedOut"), "wechaty/{Puppet}: {Reason}", puppet, WechatyStatusCodes.NotLoggedIn.En);
        session.Login = new WechatyLogin(SelfId: null);
    }

    private void ThrowUnlessEnded(GrpcStatus? status)
    {
        switch (status?.Code)
        {
            case GrpcCode.Ok:
                return;
            case GrpcCode.AlreadyExists when ++_heldElsewhere >= Patience:
                throw new ChatListenerException(WechatyStatusCodes.HeardElsewhere);
            case GrpcCode.Unauthenticated or GrpcCode.Unimplemented:
                throw Failed(WechatyStatusCodes.Explain(status));
            default:
                throw new IOException($"The stream of events ended with status {(int?)status?.Code}.");
        }
    }

    // Without a setting at fault it may pass.
    private static Exception Failed(AccountFault fault) => fault.Field == nameof(WechatyPuppet.Token) || IsNoPuppet(fault)
        ? new ChatListenerException(fault.Reason, fault.Field)
        : new IOException(fault.Reason.En);

    private static bool IsNoPuppet(AccountFault fault) => fault == WechatyStatusCodes.Explain(new GrpcStatus(GrpcCode.Unimplemented, ""));
}
