using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Telegram;

/// <summary>
/// A local server that speaks the part of Telegram's Bot API that DealBot uses: messages, pictures and files with their limits, 20 messages a
/// minute and group, questions, and updates by long poll.
/// </summary>
public sealed class TelegramSimulator : ChatServer
{
    /// <summary>Updates that a poll is given unless it asks for fewer.</summary>
    private const int MostUpdates = 100;

    private readonly TelegramSimulatorOptions _options;
    private readonly TelegramChats _chats;
    private readonly Dictionary<string, TelegramUpdateQueue> _updates;

    private TelegramSimulator(TelegramSimulatorOptions options)
        : base(options.Time)
    {
        (_options, _chats) = (options, new TelegramChats(options));
        _updates = options.Bots.Keys.ToDictionary(token => token, _ => new TelegramUpdateQueue());
    }

    /// <summary>Messages that were accepted, oldest first; a copy.</summary>
    public IReadOnlyList<TelegramReceived> Received => _chats.Received;

    /// <summary>Whether updates go to a webhook, so that they can't be polled for.</summary>
    public bool HasWebhook { get; set; }

    /// <summary>Starts a simulator on a free port of this machine.</summary>
    public static async Task<TelegramSimulator> StartAsync(TelegramSimulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new TelegramSimulator(options);
        await simulator.ListenAsync(cancellationToken);
        return simulator;
    }

    /// <summary>Removes the bots from a group.</summary>
    public void Kick(long chatId) => _chats.Change(chatId, chat => chat.IsClosed = true);

    /// <summary>Makes a group a supergroup, which has another id.</summary>
    public void Migrate(long chatId, long newId) => _chats.Change(chatId, chat => chat.MigratedTo = newId);

    /// <summary>Sets how many members a group has.</summary>
    public void SetMembers(long chatId, int members) => _chats.Change(chatId, chat => chat.Members = members);

    /// <summary>Something happens that a bot is told of.</summary>
    /// <param name="token">Token of the bot.</param>
    /// <param name="json">The update, without its id.</param>
    /// <returns>The update's id.</returns>
    public long Push(string token, string json) => _updates[token].Add(json);

    /// <summary>Updates of a bot that it has not confirmed.</summary>
    public int Unconfirmed(string token) => _updates[token].Waiting(int.MaxValue).Count;

    /// <summary>How often a bot has polled.</summary>
    public int Polls(string token) => _updates[token].Polls;

    /// <summary>Waits until a bot has polled so many times.</summary>
    public Task PolledAsync(string token, int polls, CancellationToken cancellationToken) => _updates[token].PolledAsync(polls, cancellationToken);

    /// <inheritdoc/>
    protected override bool IsPost(HttpRequest request) => MethodOf(request) is "sendMessage" or "sendPhoto" or "sendDocument";

    /// <inheritdoc/>
    protected override ChatAnswer Post(ChatRequest request)
    {
        if (!_options.Bots.ContainsKey(TokenOf(request.Http)))
            return Refuse(401);

        var (id, error) = _chats.Post(MethodOf(request.Http), request);
        return error is null ? Ok(new { message_id = id, date = Time.GetUtcNow().ToUnixTimeSeconds() }) : Answer(error);
    }

    /// <inheritdoc/>
    protected override ChatAnswer Refuse(int code) => Answer(TelegramError.Of(code));

    /// <inheritdoc/>
    protected override async Task<ChatAnswer?> AnswerAsync(ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!_options.Bots.TryGetValue(TokenOf(request.Http), out var name))
            return Refuse(401);

        return MethodOf(request.Http) switch
        {
            "getMe" => Ok(new { id = IdOf(TokenOf(request.Http)), is_bot = true, username = name, can_read_all_group_messages = true }),
            "getChat" => About(request, chat => new { title = chat.Title, type = "supergroup" }),
            "getChatMemberCount" => About(request, chat => chat.Members),
            "getUpdates" => await PollAsync(request),
            _ => Refuse(404),
        };
    }

    private ChatAnswer About(ChatRequest request, Func<TelegramChatState, object> tell)
    {
        var (chat, error) = _chats.Find(TelegramFields.Of(request).ChatId);
        return chat is null ? Answer(error!) : Ok(tell(chat));
    }

    private async Task<ChatAnswer> PollAsync(ChatRequest request)
    {
        if (HasWebhook)
            return Answer(new TelegramError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));

        using var call = JsonDocument.Parse(request.Body);
        var updates = _updates[TokenOf(request.Http)];
        var poll = updates.Begin(call.RootElement.TryGetProperty("offset", out var offset) ? offset.GetInt64() : 0);
        var limit = call.RootElement.TryGetProperty("limit", out var most) ? most.GetInt32() : MostUpdates;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(request.Http.HttpContext.RequestAborted, Stopping);
        var end = Task.Delay(TimeSpan.FromSeconds(call.RootElement.GetProperty("timeout").GetInt32()), Time, either.Token);
        while (true)
        {
            var change = updates.ChangeAsync();
            if (updates.IsOver(poll))
                return Answer(new TelegramError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
            if (updates.Waiting(limit) is { Count: > 0 } waiting)
                return Ok(waiting);
            if (await Task.WhenAny(change, end) == end)
                return Ok(Array.Empty<object>());
        }
    }

    private static ChatAnswer Ok<T>(T result) => new(JsonSerializer.SerializeToUtf8Bytes(new { ok = true, result }));

    private static ChatAnswer Answer(TelegramError error) => new(JsonSerializer.SerializeToUtf8Bytes(error), error.Code);

    private static long IdOf(string token) => long.Parse(token.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string MethodOf(HttpRequest request) => request.Path.Value!.Split('/')[^1];

    private static string TokenOf(HttpRequest request) => request.Path.Value!.Split('/') is ["", ['b', 'o', 't', .. var token], _] ? token : "";
}
