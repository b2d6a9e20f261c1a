using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using RestEase;

namespace DealBot.Adapters.Telegram;

/// <summary>Calls of the Bot API for one bot. The token is in the path of every call, so no address leaves here.</summary>
internal sealed class TelegramClient(TelegramOptions options, TelegramBot bot, HttpClient http, TimeProvider time)
{
    /// <summary>How long Telegram may hold a poll back until something happens.</summary>
    private const int PollSeconds = 25;

    private static readonly PlatformName Name = new("Telegram", "Telegram");

    private readonly ITelegramApi _api = RestClient.For<ITelegramApi>(new RootedRequester(http, options.BaseUrl));
    private readonly PlatformHttp _platform = new(Name, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
    private readonly PlatformHttp _polling = new(Name, TimeSpan.FromSeconds(options.TimeoutSeconds + PollSeconds), time);

    public async Task<SendResult> SendAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        using var body = call.Body();
        return await _platform.SendAsync(body, token => _api.PostAsync(bot.Token, call.Method, body, token), TelegramErrors.Interpret, cancellationToken);
    }

    public WireCall Show(TelegramCall call) => new("POST", $"{options.BaseUrl}bot***/{call.Method}", call.Shown());

    /// <summary>Asks something of a chat.</summary>
    public Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync(string method, TelegramQuestion question, CancellationToken cancellationToken) =>
        AskAsync(_platform, method, question, cancellationToken);

    /// <summary>What happened since, as soon as anything did; empty when nothing did for a while.</summary>
    /// <param name="offset">The first update that is not yet dealt with: those before it are confirmed by this.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="HttpRequestException">Telegram can't be reached or has a fault.</exception>
    /// <exception cref="ChatListenerException">It does not want to tell.</exception>
    public async Task<IReadOnlyList<JsonElement>> UpdatesAsync(long? offset, CancellationToken cancellationToken)
    {
        var (answer, failure) = await AskAsync(_polling, "getUpdates", new TelegramPoll(offset, PollSeconds), cancellationToken);
        if (answer is null)
            throw new HttpRequestException(failure!.En);
        if (PlatformAnswer.Member(answer.Json, "result") is { ValueKind: JsonValueKind.Array } updates)
            return [.. updates.EnumerateArray()];

        throw TelegramListener.RefusedBy((int)answer.Status, answer.Text("description"));
    }

    private async Task<(PlatformAnswer? Answer, Phrase? Failure)> AskAsync<T>(PlatformHttp platform, string method, T question, CancellationToken cancellationToken)
    {
        using var body = WatchedContent.Json(question);
        return await platform.AskAsync(token => _api.AskAsync(bot.Token, method, body, token), cancellationToken);
    }
}
