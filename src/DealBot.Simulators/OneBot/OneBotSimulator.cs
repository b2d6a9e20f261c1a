using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.OneBot;

/// <summary>
/// A local OneBot 11 bridge: HTTP and WebSocket on one port, in the standard's dialect or in NapCat's. It posts nothing by HTTP by itself; see
/// <see cref="Sign"/> for what a bridge would.
/// </summary>
public sealed class OneBotSimulator : ChatServer
{
    private readonly OneBotSimulatorOptions _options;
    private readonly OneBotActions _actions;
    private readonly OneBotReplies _replies;
    private readonly OneBotSockets _sockets = new();
    private (int Status, string? RetryAfter)? _refusal;

    private OneBotSimulator(OneBotSimulatorOptions options)
        : base(options.Time) => (_options, _actions, _replies) = (options, new OneBotActions(options), new OneBotReplies(options.Dialect));

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<OneBotReceived> Received => _actions.Received;

    /// <summary>Whether QQ has the account online.</summary>
    public bool IsOnline
    {
        get => _actions.IsOnline;
        set => _actions.IsOnline = value;
    }

    /// <summary>Whether what is told of a group has the number of its members; not every bridge counts them.</summary>
    public bool TellsCounts
    {
        get => _actions.TellsCounts;
        set => _actions.TellsCounts = value;
    }

    /// <summary>The same address for WebSockets.</summary>
    public Uri SocketAddress => new UriBuilder(BaseAddress) { Scheme = "ws" }.Uri;

    /// <summary>WebSockets that are open now.</summary>
    public int Sockets => _sockets.Count;

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<OneBotSimulator> StartAsync(OneBotSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new OneBotSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Mutes the account in a group, or lets it speak again.</summary>
    public void Mute(long groupId, bool isMuted = true) => _actions.Change(groupId, group => group.IsMuted = isMuted);

    /// <summary>Removes the account from a group.</summary>
    public void Remove(long groupId) => _actions.Change(groupId, group => group.IsLeft = true);

    /// <summary>Sets how many members a group has.</summary>
    public void SetMembers(long groupId, int members) => _actions.Change(groupId, group => group.Members = members);

    /// <summary>The next messages arrive in the group while the bridge says that sending timed out, as under risk control.</summary>
    public void TimeOutButDeliver(int messages = 1) => _actions.TimeOut(messages);

    /// <summary>All further WebSockets are refused at the door; null for none.</summary>
    public void RefuseSockets(int? status, string? retryAfter = null) => _refusal = status is { } code ? (code, retryAfter) : null;

    /// <summary>Waits until so many WebSockets are open at once.</summary>
    public Task SocketsOpenAsync(int sockets, CancellationToken cancellationToken) => _sockets.WaitForAsync(sockets, cancellationToken);

    /// <summary>Tells every open WebSocket of an event.</summary>
    public Task PushAsync(string json, CancellationToken cancellationToken) => _sockets.SendToAllAsync(Encoding.UTF8.GetBytes(json), cancellationToken);

    /// <summary>Breaks every open WebSocket off.</summary>
    public void DropSockets() => _sockets.DropAll();

    /// <summary>What a bridge puts into <c>X-Signature</c>.</summary>
#pragma warning disable CA5350 // OneBot 11 signs with SHA-1.
    public static string Sign(string key, ReadOnlySpan<byte> body) => $"sha1={Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), body))}";
#pragma warning restore CA5350

    /// <inheritdoc/>
    protected override void Extend(WebApplication server)
    {
        server.UseWebSockets();
        server.Use(async (context, next) =>
        {
            if (context.WebSockets.IsWebSocketRequest)
                await ServeSocketAsync(context);
            else
                await next(context);
        });
    }

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) => OneBotActions.Posts(ActionOf(request));

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request) => Answer(request);

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => _replies.Http(OneBotOutcome.Failed(OneBotFailure.Refused, code));

    /// <inheritdoc/>
    protected override Task<ChatAnswer?> AnswerAsync(ChatRequest request) => Task.FromResult<ChatAnswer?>(Answer(request));

    private ChatAnswer Answer(ChatRequest request)
    {
        if (RefusedAtTheDoor(request.Http) is { } failure)
            return _replies.Http(OneBotOutcome.Failed(failure));

        return _replies.Http(Parse(request.Body) is { } parameters
            ? _actions.Do(ActionOf(request.Http), parameters)
            : OneBotOutcome.Failed(OneBotFailure.BadBody));
    }

    private async Task ServeSocketAsync(HttpContext context)
    {
        if (_refusal is { } refusal)
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = refusal;
            return;
        }

        var failure = RefusedAtTheDoor(context.Request);
        if (failure is not null && _options.Dialect == OneBotDialect.Standard)
        {
            context.Response.StatusCode = failure == OneBotFailure.NoToken ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
            return;
        }

        using var caller = new OneBotCaller(await context.WebSockets.AcceptWebSocketAsync(), context);
        if (failure is not null)
        {
            await caller.SendAsync(_replies.Socket(OneBotOutcome.Failed(failure.Value), null), Stopping);
            return;
        }

        await _sockets.KeepAsync(caller, () => ServeAsync(caller), Stopping);
    }

    private async Task ServeAsync(OneBotCaller caller)
    {
        while (await caller.ReadAsync(Stopping) is { } frame)
        {
            if (!await AnswerAsync(caller, frame))
                return;
        }
    }

    /// <summary>Answers one call; false if the connection is to end.</summary>
    private async Task<bool> AnswerAsync(OneBotCaller caller, byte[] frame)
    {
        if (Parse(frame) is not { } call)
            return await caller.SendAsync(_replies.Socket(OneBotOutcome.Failed(OneBotFailure.BadBody), null), Stopping);

        var action = call.GetProperty("action").GetString()!;
        var echo = call.TryGetProperty("echo", out var value) ? value : (JsonElement?)null;
        if (!OneBotActions.Posts(action))
            return await caller.SendAsync(_replies.Socket(_actions.Do(action, call.GetProperty("params")), echo), Stopping);

        var fault = CountPost(frame);
        var outcome = fault switch
        {
            ChatFault.Code code => OneBotOutcome.Failed(OneBotFailure.Refused, code.ErrorCode),
            { KeepsMessageOut: true } => OneBotOutcome.Failed(OneBotFailure.Refused),
            _ => _actions.Do(action, call.GetProperty("params")),
        };
        return await caller.AnswerAsync(fault, _replies.Socket(outcome, echo), Time, Stopping);
    }

    private OneBotFailure? RefusedAtTheDoor(HttpRequest request)
    {
        if (_options.AccessToken.Length == 0)
            return null;

        var header = request.Headers.Authorization.ToString();
        var given = request.Query.TryGetValue("access_token", out var query) ? query.ToString() : header.Replace("Bearer ", "", StringComparison.Ordinal);
        return given == _options.AccessToken ? null : given.Length == 0 ? OneBotFailure.NoToken : OneBotFailure.BadToken;
    }

    private static string ActionOf(HttpRequest request) => request.Path.Value!.Trim('/');

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
