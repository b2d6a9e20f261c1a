using System.Net;
using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Adapters.Wire;
using DealBot.Adapters.Wire.Grpc;
using DealBot.Contracts;
using Google.Protobuf;

namespace DealBot.Adapters.Wechaty;

/// <summary>The calls of one puppet service. What the service says in words is not passed on: it may quote the token, and shows lines of its source.</summary>
internal sealed class WechatyClient(GrpcChannel channel, TimeSpan timeout, TimeProvider time)
{
    private static readonly PlatformName Name = new("Wechaty puppet 服务", "Wechaty's puppet service", nameof(WechatyPuppet.Endpoint));
    private static readonly Nothing Nothing = new();

    private readonly PlatformHttp _platform = new(Name, timeout, time);

    /// <summary>Sends, and tells whether the service itself answered that it could not.</summary>
    public async Task<(SendResult Result, bool IsRefusal)> SendAsync(WechatyMessage message, CancellationToken cancellationToken)
    {
        GrpcStatus? status = null;
        using var body = GrpcChannel.Content(message.Request);
        var result = await _platform.SendAsync(body, token => channel.CallAsync(message.Method, body, timeout, token), ReadAsync, cancellationToken);
        return (result, status is { IsOk: false });

        async Task<SendResult?> ReadAsync(HttpResponseMessage response, CancellationToken token)
        {
            var answer = await GrpcAnswer.ReadAsync(response, token);
            status = answer.Status;
            return Interpret(answer);
        }
    }

    public Task<WechatyReply<VersionResponse>> VersionAsync(CancellationToken cancellationToken) =>
        AskAsync("Version", Nothing, VersionResponse.Parser, cancellationToken);

    /// <summary>Starts the puppet, if it is not running: a service does so only when it is told to.</summary>
    public Task<WechatyReply<Nothing>> StartAsync(CancellationToken cancellationToken) => AskAsync("Start", Nothing, Nothing.Parser, cancellationToken);

    public Task<WechatyReply<MessagePayloadResponse>> MessageAsync(string id, CancellationToken cancellationToken) =>
        AskAsync("MessagePayload", new Identity { Id = id }, MessagePayloadResponse.Parser, cancellationToken);

    public Task<WechatyReply<MessageUrlResponse>> LinkAsync(string messageId, CancellationToken cancellationToken) =>
        AskAsync("MessageUrl", new Identity { Id = messageId }, MessageUrlResponse.Parser, cancellationToken);

    public Task<WechatyReply<RoomListResponse>> RoomsAsync(CancellationToken cancellationToken) =>
        AskAsync("RoomList", Nothing, RoomListResponse.Parser, cancellationToken);

    public Task<WechatyReply<RoomPayloadResponse>> RoomAsync(string id, CancellationToken cancellationToken) =>
        AskAsync("RoomPayload", new Identity { Id = id }, RoomPayloadResponse.Parser, cancellationToken);

    public Task<WechatyReply<RoomMemberListResponse>> MembersAsync(string room, CancellationToken cancellationToken) =>
        AskAsync("RoomMemberList", new Identity { Id = room }, RoomMemberListResponse.Parser, cancellationToken);

    /// <summary>Opens the stream of events. It has begun when the answer's head is there; with some services that is the first event.</summary>
    /// <exception cref="HttpRequestException">The service can't be reached.</exception>
    public async Task<HttpResponseMessage> ListenAsync(CancellationToken cancellationToken)
    {
        using var body = GrpcChannel.Content(Nothing);
        return await channel.CallAsync("Event", body, deadline: null, cancellationToken);
    }

    private static SendResult? Interpret(GrpcAnswer answer) => answer.Status switch
    {
        null => null,
        { IsOk: false } status => WechatyStatusCodes.Interpret(status),
        _ => Parse(MessageSendResponse.Parser, answer) is { } sent ? new SendResult.Sent(IdOf(sent)) : null,
    };

    private static string? IdOf(MessageSendResponse sent) => sent.Id.Length > 0 ? sent.Id : sent.OldId is { Length: > 0 } old ? old : null;

    private async Task<WechatyReply<T>> AskAsync<T>(string method, IMessage request, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        using var body = GrpcChannel.Content(request);
        var (answer, failure) = await _platform.AskAsync(token => channel.CallAsync(method, body, timeout, token), GrpcAnswer.ReadAsync, cancellationToken);
        return answer switch
        {
            null => new WechatyReply<T>(null, new AccountFault(nameof(WechatyPuppet.Endpoint), failure!), IsRefusal: false),
            { Status: { IsOk: false } status } => new WechatyReply<T>(null, WechatyStatusCodes.Explain(status), IsRefusal: true),
            { Status: not null } when Parse(parser, answer) is { } message => new WechatyReply<T>(message, null, IsRefusal: false),
            _ => new WechatyReply<T>(null, new AccountFault(nameof(WechatyPuppet.Endpoint), Stranger(answer.Http)), IsRefusal: false),
        };
    }

    private static T? Parse<T>(MessageParser<T> parser, GrpcAnswer answer)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(answer.Message.Span);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static Phrase Stranger(HttpStatusCode status) => Name.Say(
        $"收到的不是{{0}}的回复（HTTP {(int)status}），请检查 Endpoint",
        $"The answer is not {{0}}'s (HTTP {(int)status}); check Endpoint");
}
