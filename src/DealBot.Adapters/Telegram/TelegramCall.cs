using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Telegram;

/// <summary>One call that posts something: <see cref="Upload"/> if it has a file, else <see cref="Message"/>.</summary>
internal sealed record TelegramCall(string Method)
{
    public TelegramMessage? Message { get; init; }

    public TelegramUpload? Upload { get; init; }

    public WatchedContent Body() => Upload is { } upload ? WatchedContent.Of(upload.Form()) : WatchedContent.Json(Message);

    public string Shown() => Upload is { } upload ? $"{upload}" : PlainJson.Text(Message);
}
