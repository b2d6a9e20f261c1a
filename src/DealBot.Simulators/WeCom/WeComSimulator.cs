using System.Runtime.CompilerServices;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.WeCom;

/// <summary>
/// A local server that speaks WeCom's group robot webhook: HTTP 200 to everything, the outcome in <c>errcode</c>. Messages of all documented
/// types are judged to the letter, uploads of files and voice too.
/// </summary>
public sealed class WeComSimulator : ChatServer
{
    private readonly WeComChats _chats;
    private readonly WeComSimulatorOptions _options;
    private readonly ConditionalWeakTable<ChatRequest, WeComCall> _judged = [];

    private WeComSimulator(WeComSimulatorOptions options)
        : base(options.Time) => (_chats, _options) = (new WeComChats(options), options);

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<WeComReceived> Received => _chats.Log.Messages;

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<WeComSimulator> StartAsync(WeComSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new WeComSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Waits until at least so many messages were accepted.</summary>
    public Task WaitForAsync(int messages, CancellationToken cancellationToken) => _chats.Log.WaitForAsync(messages, cancellationToken);

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) => request is { Method: "POST", Path.Value: "/cgi-bin/webhook/send" };

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request)
    {
        var verdict = _chats.Post(KeyOf(request), request.Body);
        _judged.Add(request, CallOf(request, fault: null) with { Accepted = verdict.Message });
        return new ChatAnswer(WeComReplies.Json(verdict.ErrorCode, verdict.WrongJson));
    }

    /// <inheritdoc/>
    protected override async Task<ChatAnswer?> AnswerAsync(ChatRequest request)
    {
        if (request.Http is not { Method: "POST", Path.Value: "/cgi-bin/webhook/upload_media" })
            return null;

        var type = request.Http.Query["type"].ToString();
        var (code, mediaId) = _chats.Upload(KeyOf(request), type, await request.FileAsync("media"));
        return new ChatAnswer(mediaId is null ? WeComReplies.Json(code) : WeComReplies.Uploaded(type, mediaId, Time.GetUtcNow()));
    }

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => new(WeComReplies.Json(code));

    /// <inheritdoc/>
    protected override Task JudgedAsync(ChatRequest request, string? fault) => TellAsync(_options.Judged, request, fault);

    /// <inheritdoc/>
    protected override Task AnsweredAsync(ChatRequest request, string? fault) => TellAsync(_options.Answered, request, fault);

    private Task TellAsync(Func<WeComCall, Task>? observer, ChatRequest request, string? fault)
    {
        if (observer is null)
            return Task.CompletedTask;

        var call = _judged.TryGetValue(request, out var judged) ? judged with { Fault = fault } : CallOf(request, fault);
        return observer(call);
    }

    private WeComCall CallOf(ChatRequest request, string? fault) => new(KeyOf(request), Time.GetUtcNow(), request.Body, fault, Accepted: null);

    private static string KeyOf(ChatRequest request) => request.Http.Query["key"].ToString();
}
