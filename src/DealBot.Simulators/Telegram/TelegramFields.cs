using System.Text.Json;
using DealBot.Simulators.Chat;

namespace DealBot.Simulators.Telegram;

/// <summary>What a call says, as JSON or as a form.</summary>
internal sealed record TelegramFields
{
    public string? ChatId { get; private init; }

    public string? Text { get; private init; }

    public string? Button { get; private init; }

    public string? ButtonUrl { get; private init; }

    public string? PreviewUrl { get; private init; }

    public bool HasNoPreview { get; private init; }

    public static TelegramFields Of(ChatRequest request) => request.Form is { } form
        ? new TelegramFields { ChatId = form["chat_id"], Text = form["caption"] }
        : Of(request.Body);

    private static TelegramFields Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var call = document.RootElement;
        var button = Member(call, "reply_markup", "inline_keyboard") is { ValueKind: JsonValueKind.Array } rows ? rows[0][0] : default;
        return new TelegramFields
        {
            ChatId = TextOf(call, "chat_id"),
            Text = TextOf(call, "text"),
            Button = TextOf(button, "text"),
            ButtonUrl = TextOf(button, "url"),
            PreviewUrl = Member(call, "link_preview_options", "url") is { } url ? url.GetString() : null,
            HasNoPreview = Member(call, "link_preview_options", "is_disabled") is { ValueKind: JsonValueKind.True },
        };
    }

    private static string? TextOf(JsonElement element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static JsonElement? Member(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }
}
