namespace DealBot.Adapters.Telegram;

/// <summary>A button that leads somewhere.</summary>
internal sealed record TelegramButton(string Text, string Url);
