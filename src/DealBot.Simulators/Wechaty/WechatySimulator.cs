using System.Text.Json;
using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Simulators.Chat;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DealBot.Simulators.Wechaty;

/// <summary>
/// A local server that speaks the protocol of Wechaty's puppet service: gRPC over HTTP/2 without TLS. It keeps the habits that callers trip
/// over: empty message ids, kinds of message by wechaty-puppet's own numbers, one stream of events, refusals without a body.
/// </summary>
public sealed class WechatySimulator : ChatServer
{
    private const string Service = "/wechaty.Puppet/";
    private const int Unauthenticated = 16;
    private const int UnknownError = 2;

    private readonly WechatySimulatorOptions _options;
    private readonly WechatyEventStreams _streams;
    private readonly Lock _lock = new();
    private readonly List<WechatyReceived> _received = [];
    private readonly Dictionary<string, MessagePayloadResponse> _messages = [];
    private readonly Dictionary<string, UrlLink> _links = [];

    private WechatySimulator(WechatySimulatorOptions options)
        : base(options.Time) => (_options, _streams) = (options, new WechatyEventStreams(Greet, Stopping));

    /// <summary>Messages that the puppet was given, oldest first; a copy.</summary>
    public IReadOnlyList<WechatyReceived> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    /// <summary>Whether refusals carry their status behind an empty body; by default it is among the headers.</summary>
    public bool StatusInTrailers { get; set; }

    /// <summary>Words of the next refusals that were asked for by code.</summary>
    public string RefusalWords { get; set; } = "Error: refused\n    at Puppet.messageSend (puppet.js:1:1)";

    /// <summary>The id that messages get; empty by default, as with many puppets.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>Whether the account is logged in.</summary>
    public bool IsLoggedIn { get; private set; } = true;

    /// <summary>How often the puppet was told to start.</summary>
    public int Starts { get; private set; }

    /// <summary>How often all rooms were asked for.</summary>
    public int RoomLists { get; private set; }

    /// <summary>Starts a simulator.</summary>
    public static async Task<WechatySimulator> StartAsync(WechatySimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WechatySimulator(options);
        await simulator.ListenAsync(cancellationToken, options.Port);
        return simulator;
    }

    /// <summary>Waits for the next stream of events that is opened.</summary>
    public Task ListenerAsync(CancellationToken cancellationToken) => _streams.OpenedAsync(cancellationToken);

    /// <summary>Breaks the stream of events.</summary>
    public void BreakStream() => _streams.Break();

    /// <summary>Sends an event as it is given.</summary>
    /// <param name="type">Its type by number.</param>
    /// <param name="payload">What becomes its JSON.</param>
    public void Push(int type, object payload) => _streams.Push(new EventResponse { Type = (EventType)type, Payload = JsonSerializer.Serialize(payload) });

    /// <summary>The account is logged out, and a code waits to be scanned.</summary>
    public void LogOut()
    {
        IsLoggedIn = false;
        Push((int)EventType.Logout, new { contactId = _options.SelfId });
    }

    /// <summary>Somebody writes a message.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="room">Id of the room; empty for a private chat.</param>
    /// <param name="talker">Who.</param>
    /// <param name="text">What.</param>
    /// <param name="kind">Kind of message by wechaty-puppet's numbers; 7 is text.</param>
    /// <param name="mentions">Who is called.</param>
    public void Say(string id, string room, string talker, string text, int kind = 7, params IReadOnlyList<string> mentions)
    {
        var message = new MessagePayloadResponse { Id = id, RoomId = room, TalkerId = talker, Text = text, Type = kind, ReceiveTime = Timestamp.FromDateTimeOffset(Time.GetUtcNow()) };
        message.MentionIds.AddRange(mentions);
        lock (_lock)
            _messages[id] = message;
        Push((int)EventType.Message, new { messageId = id });
    }

    /// <summary>Somebody shares a link.</summary>
    public void Share(string id, string room, string talker, string title, string url)
    {
        lock (_lock)
            _links[id] = new UrlLink { Title = title, Url = url };
        Say(id, room, talker, "<msg><appmsg/></msg>", kind: 14);
    }

    /// <inheritdoc/>
    protected override void Configure(ListenOptions listen)
    {
        ArgumentNullException.ThrowIfNull(listen);
        listen.Protocols = HttpProtocols.Http2;
    }

    /// <inheritdoc/>
    protected override void Extend(WebApplication server) => server.Use(next => async context =>
    {
        if (context.Request.Path != Service + "Event" || !IsAllowed(context.Request) || !await _streams.TryServeAsync(context))
            await next(context);
    });

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.Value!.StartsWith(Service + "MessageSend", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsAllowed(request.Http))
            return Refuse(Unauthenticated, WrongToken(request.Http));
        if (!IsLoggedIn)
            return Refuse(UnknownError, "Error: not logged in\n    at PuppetMock._messageSend");

        var received = ReceivedFrom(MethodOf(request.Http), request.Body);
        if (_options.Rooms.All(room => room.Id != received.Room))
            return Refuse(UnknownError, $"Error: MockRoom.load(): {received.Room} not exist.");

        lock (_lock)
            _received.Add(received);
        return WechatyWire.Answer(new MessageSendResponse { Id = MessageId });
    }

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => Refuse(code, RefusalWords);

    /// <inheritdoc/>
    protected override Task<ChatAnswer?> AnswerAsync(ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.FromResult<ChatAnswer?>(IsAllowed(request.Http) ? Answer(MethodOf(request.Http), request.Body) : Refuse(Unauthenticated, WrongToken(request.Http)));
    }

    private ChatAnswer? Answer(string method, byte[] body) => method switch
    {
        "Version" => WechatyWire.Answer(new VersionResponse { Version = "1.19.4<1.21.3>" }),
        "Start" => Start(),
        "Event" => Refuse(6, "GrpcServerImpl.event() can not call twice."),
        "RoomList" => ListRooms(),
        "RoomPayload" => Room(body, room => new RoomPayloadResponse { Id = room.Id, Topic = room.Topic }),
        "RoomMemberList" => Room(body, room => new RoomMemberListResponse { MemberIds = { room.Members } }),
        "MessagePayload" => Message(body, _messages),
        "MessageUrl" => Message(body, _links, link => new MessageUrlResponse { UrlLink = link }),
        _ => Refuse(12, "The server does not implement this method"),
    };

    private ChatAnswer Start()
    {
        Starts++;
        return WechatyWire.Answer(new Nothing());
    }

    private ChatAnswer ListRooms()
    {
        RoomLists++;
        return WechatyWire.Answer(new RoomListResponse { Ids = { _options.Rooms.Select(room => room.Id) } });
    }

    private ChatAnswer Room(byte[] body, Func<WechatyChatRoom, IMessage> answer)
    {
        var id = WechatyWire.Read(body, Identity.Parser).Id;
        return _options.Rooms.FirstOrDefault(room => room.Id == id) is { } room
            ? WechatyWire.Answer(answer(room))
            : Refuse(UnknownError, $"Error: no payload found for id {id}");
    }

    private ChatAnswer Message<T>(byte[] body, Dictionary<string, T> messages, Func<T, IMessage>? answer = null)
        where T : class, IMessage
    {
        var id = WechatyWire.Read(body, Identity.Parser).Id;
        lock (_lock)
        {
            return messages.TryGetValue(id, out var message)
                ? WechatyWire.Answer(answer is null ? message : answer(message))
                : Refuse(UnknownError, $"Error: no payload found for id {id}");
        }
    }

    private IEnumerable<EventResponse> Greet() =>
    [
        new EventResponse { Type = EventType.Heartbeat, Payload = """{"data":"Wechaty Puppet gRPC stream connect successfully"}""" },
        IsLoggedIn
            ? new EventResponse { Type = EventType.Login, Payload = JsonSerializer.Serialize(new { contactId = _options.SelfId }) }
            : new EventResponse { Type = EventType.Scan, Payload = """{"status":2,"qrcode":"https://login.example/secret-code"}""" },
    ];

    private static WechatyReceived ReceivedFrom(string method, byte[] body)
    {
        switch (method)
        {
            case "MessageSendText":
                var text = WechatyWire.Read(body, MessageSendTextRequest.Parser);
                return new WechatyReceived(text.ConversationId) { Text = text.Text };
            case "MessageSendFile":
                var file = WechatyWire.Read(body, MessageSendFileRequest.Parser);
                using (var box = JsonDocument.Parse(file.FileBox))
                {
                    return new WechatyReceived(file.ConversationId)
                    {
                        FileName = box.RootElement.GetProperty("name").GetString(),
                        FileBytes = box.RootElement.GetProperty("base64").GetBytesFromBase64(),
                    };
                }

            default:
                var link = WechatyWire.Read(body, MessageSendUrlRequest.Parser);
                return new WechatyReceived(link.ConversationId) { Title = link.UrlLink.Title, Description = link.UrlLink.Description, Url = link.UrlLink.Url };
        }
    }

    private ChatAnswer Refuse(int code, string words) => WechatyWire.Refuse(code, words, StatusInTrailers);

    private static string MethodOf(HttpRequest request) => request.Path.Value![Service.Length..];

    private bool IsAllowed(HttpRequest request) => request.Headers.Authorization == $"Wechaty {_options.Token}";

    private static string WrongToken(HttpRequest request) => $"Invalid Wechaty TOKEN \"{request.Headers.Authorization.ToString().Split(' ')[^1]}\"";
}
