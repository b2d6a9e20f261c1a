using System.Diagnostics;
using System.Globalization;
using System.Text;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>Turns messages into calls.</summary>
internal static class TelegramPayload
{
    /// <summary>What the button of a plain card says; the reader's language is not known here.</summary>
    private const string Go = "去看看";

    public static TelegramCall Of(OutgoingMessage message, string chatId) => message switch
    {
        OutgoingMessage.Text text => Send(new TelegramMessage(chatId, Clean(text.Content), TelegramLinkPreview.None)),
        OutgoingMessage.Image picture => Photo(picture, [("chat_id", chatId)]),
        OutgoingMessage.Captioned captioned => Photo(captioned.Picture, [("chat_id", chatId), ("caption", Clean(captioned.Content))]),
        OutgoingMessage.News news => Card(chatId, news.Title, [], news.Description, (Go, news.Url), news.PictureUrl),
        OutgoingMessage.Card card => Card(chatId, card.Title, card.Facts, card.Content, (card.Button, card.Url), card.PictureUrl),
        OutgoingMessage.File file => new TelegramCall("sendDocument")
        {
            Upload = new TelegramUpload("document", file.Name, file.Bytes, "application/octet-stream", [("chat_id", chatId)]),
        },
        _ => throw new UnreachableException(),
    };

    private static TelegramCall Send(TelegramMessage message) => new("sendMessage") { Message = message };

    private static TelegramCall Photo(OutgoingMessage.Image picture, IReadOnlyList<(string, string)> fields)
    {
        var format = PictureFormat.Of(picture.Bytes.Span)!;
        return new TelegramCall("sendPhoto")
        {
            Upload = new TelegramUpload("photo", $"poster.{format.Extension}", picture.Bytes, format.MediaType, fields),
        };
    }

    private static TelegramCall Card(
        string chatId, string title, IReadOnlyList<CardFact> facts, string content, (string Text, Uri Url) button, Uri? picture)
    {
        var text = new StringBuilder(title);
        foreach (var fact in facts)
            text.Append(CultureInfo.InvariantCulture, $"\n{fact.Name}：{fact.Value}");
        if (content.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{content}");

        var shown = Utf16Text.Cut(Clean(text.ToString()), TelegramAdapter.TextLength);
        return Send(new TelegramMessage(chatId, shown, TelegramLinkPreview.Of(picture)) { Keyboard = TelegramKeyboard.Of(button.Text, button.Url) });
    }

    private static string Clean(string text) => Utf8Text.WithoutControls(text);
}
