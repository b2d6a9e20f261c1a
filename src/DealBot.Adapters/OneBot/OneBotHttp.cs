using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.OneBot;

/// <summary>Calls over the bridge's HTTP server.</summary>
internal sealed class OneBotHttp(OneBotBot bot, HttpClient http, TimeSpan timeout, TimeProvider time) : IOneBotTransport
{
    private readonly Uri _root = new(bot.Url!.AbsoluteUri.TrimEnd('/') + "/");
    private readonly IOneBotApi _api = RestClient.For<IOneBotApi>(new RootedRequester(http, new Uri(bot.Url!.AbsoluteUri.TrimEnd('/') + "/")));
    private readonly PlatformHttp _platform = new(OneBotReply.Bridge, timeout, time);
    private readonly string? _authorization = bot.AccessToken.Length > 0 ? $"Bearer {bot.AccessToken}" : null;

    public async Task<SendResult> SendAsync(OneBotCall call, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(call.Params);
        return await _platform.SendAsync(body, token => _api.CallAsync(call.Action, _authorization, body, token), answer => OneBotReply.Interpret(answer, call.Action), cancellationToken);
    }

    public async Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync(OneBotCall call, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(call.Params);
        return await _platform.AskAsync(token => _api.CallAsync(call.Action, _authorization, body, token), cancellationToken);
    }

    public WireCall Show(OneBotCall call) => new("POST", new Uri(_root, call.Action).AbsoluteUri, PlainJson.Text(call.Params));
}
