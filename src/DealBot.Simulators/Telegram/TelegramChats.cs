using System.Globalization;
using System.Text.Json;
using DealBot.Simulators.Chat;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Telegram;

/// <summary>The groups, and what was posted into them. Safe to use from many threads.</summary>
internal sealed class TelegramChats(TelegramSimulatorOptions options)
{
    private const int TextLength = 4096;
    private const int CaptionLength = 1024;
    private const int PhotoBytes = 10 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly List<TelegramReceived> _received = [];
    private readonly Dictionary<long, TelegramChatState> _chats = options.Chats.ToDictionary(chat => chat.Key, chat => new TelegramChatState(chat.Value));

    public IReadOnlyList<TelegramReceived> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    public void Change(long chatId, Action<TelegramChatState> change)
    {
        lock (_lock)
            change(_chats[chatId]);
    }

    /// <summary>The group that a call names, or why there is none.</summary>
    public (TelegramChatState? Chat, TelegramError? Error) Find(string? chatId)
    {
        lock (_lock)
        {
            if (!long.TryParse(chatId, CultureInfo.InvariantCulture, out var id) || !_chats.TryGetValue(id, out var chat))
                return (null, TelegramError.ChatNotFound);
            if (chat.MigratedTo is { } other)
                return (null, TelegramError.Migrated(other));

            return chat.IsClosed ? (null, TelegramError.Of(403)) : (chat, null);
        }
    }

    /// <summary>Posts a message.</summary>
    /// <returns>Its number in the group, or why it was refused.</returns>
    public (int Id, TelegramError? Error) Post(string method, ChatRequest request)
    {
        var fields = TelegramFields.Of(request);
        var (chat, error) = Find(fields.ChatId);
        if (chat is null)
            return (0, error);

        lock (_lock)
        {
            var now = options.Time.GetUtcNow();
            if (chat.Rate.Count(now) is { } seconds)
                return (0, TelegramError.TooMany(seconds));

            var message = new TelegramReceived(long.Parse(fields.ChatId!, CultureInfo.InvariantCulture), now, fields.Text ?? "");
            return Judge(method, fields, request.Form) is { } refusal ? (0, new TelegramError(400, refusal)) : (Add(Read(message, method, fields, request.Form)), null);
        }
    }

    private int Add(TelegramReceived message)
    {
        _received.Add(message);
        return _received.Count;
    }

    private static string? Judge(string method, TelegramFields fields, IFormCollection? form) => method switch
    {
        "sendMessage" when string.IsNullOrWhiteSpace(fields.Text) => "Bad Request: message text is empty",
        "sendMessage" when fields.Text.Length > TextLength => "Bad Request: message is too long",
        "sendMessage" when fields.Button is not null && !Uri.IsWellFormedUriString(fields.ButtonUrl, UriKind.Absolute) => "Bad Request: BUTTON_URL_INVALID",
        "sendMessage" => null,
        _ when fields.Text?.Length > CaptionLength => "Bad Request: message caption is too long",
        "sendPhoto" when form?.Files["photo"] is not { Length: > 0 and <= PhotoBytes } => "Bad Request: there is no photo in the request",
        "sendDocument" when form?.Files["document"] is not { Length: > 0 } => "Bad Request: there is no document in the request",
        _ => null,
    };

    private static TelegramReceived Read(TelegramReceived message, string method, TelegramFields fields, IFormCollection? form) => method switch
    {
        "sendPhoto" => message with { Photo = BytesOf(form!.Files["photo"]!) },
        "sendDocument" => message with { Document = BytesOf(form!.Files["document"]!), FileName = form.Files["document"]!.FileName },
        _ => message with { Button = fields.Button, ButtonUrl = fields.ButtonUrl, PreviewUrl = fields.PreviewUrl, HasNoPreview = fields.HasNoPreview },
    };

    private static byte[] BytesOf(IFormFile file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
