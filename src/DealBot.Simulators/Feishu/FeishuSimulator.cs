using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Feishu;

/// <summary>
/// A local server that speaks Feishu's custom bot webhook (HTTP 200 to every message, the outcome in <c>code</c>), gives self-built apps tokens and
/// takes their pictures.
/// </summary>
public sealed class FeishuSimulator : ChatServer
{
    private const string Hook = "/open-apis/bot/v2/hook/";

    private readonly FeishuPictures _pictures;
    private readonly FeishuGroups _groups;

    private FeishuSimulator(FeishuSimulatorOptions options)
        : base(options.Time)
    {
        _pictures = new FeishuPictures(options);
        _groups = new FeishuGroups(options, _pictures);
    }

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<FeishuReceived> Received => _groups.Log.Messages;

    /// <summary>Tokens of apps given so far.</summary>
    public int TokensGiven => _pictures.TokensGiven;

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<FeishuSimulator> StartAsync(FeishuSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new FeishuSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Waits until at least so many messages were accepted.</summary>
    public Task WaitForAsync(int messages, CancellationToken cancellationToken) => _groups.Log.WaitForAsync(messages, cancellationToken);

    /// <summary>Lets the tokens of all apps end before their time.</summary>
    public void RevokeTokens() => _pictures.RevokeTokens();

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) =>
        request.Method == "POST" && request.Path.Value?.StartsWith(Hook, StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request) =>
        _groups.Post(request.Http.Path.Value![Hook.Length..], request.Body) is not 0 and var code ? FeishuReply.Refused(code) : FeishuReply.Sent;

    /// <inheritdoc/>
    protected override async Task<ChatAnswer?> AnswerAsync(ChatRequest request) => (request.Http.Method, request.Http.Path.Value) switch
    {
        ("POST", "/open-apis/auth/v3/tenant_access_token/internal") => _pictures.GiveToken(request),
        ("POST", "/open-apis/im/v1/images") => await _pictures.UploadAsync(request),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => FeishuReply.Refused(code);
}
