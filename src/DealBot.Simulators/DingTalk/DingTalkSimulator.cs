using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.DingTalk;

/// <summary>
/// A local server that speaks DingTalk's custom robot webhook: HTTP 200 to everything, the outcome in <c>errcode</c>, where there is one. A robot
/// that posts a 21st message within a minute is refused for ten minutes.
/// </summary>
public sealed class DingTalkSimulator : ChatServer
{
    private readonly DingTalkGroups _groups;

    private DingTalkSimulator(DingTalkSimulatorOptions options)
        : base(options.Time) => _groups = new DingTalkGroups(options);

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<DingTalkReceived> Received => _groups.Log.Messages;

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<DingTalkSimulator> StartAsync(DingTalkSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new DingTalkSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Waits until at least so many messages were accepted.</summary>
    public Task WaitForAsync(int messages, CancellationToken cancellationToken) => _groups.Log.WaitForAsync(messages, cancellationToken);

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) => request is { Method: "POST", Path.Value: "/robot/send" };

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request) => Answer(_groups.Post(request.Http.Query, request.Body));

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => Answer(DingTalkVerdict.Of(code));

    private static ChatAnswer Answer(DingTalkVerdict verdict) => new(verdict.Code is { } code
        ? JsonSerializer.SerializeToUtf8Bytes(new { errcode = code, errmsg = verdict.Text })
        : """{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"0a1b2c3d"}"""u8.ToArray());
}
