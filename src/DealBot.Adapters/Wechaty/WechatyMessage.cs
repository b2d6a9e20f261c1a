using System.Diagnostics;
using System.Text.Json;
using DealBot.Adapters.Wechaty.Protocol;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Google.Protobuf;

namespace DealBot.Adapters.Wechaty;

/// <summary>One call that sends a message.</summary>
/// <param name="Method">Name of the call.</param>
/// <param name="Request">What it carries.</param>
internal sealed record WechatyMessage(string Method, IMessage Request)
{
    public static WechatyMessage From(string room, OutgoingMessage message) => message switch
    {
        OutgoingMessage.Text text => new("MessageSendText", new MessageSendTextRequest { ConversationId = room, Text = Utf8Text.WithoutControls(text.Content) }),
        OutgoingMessage.Image image => File(room, $"poster.{PictureFormat.Of(image.Bytes.Span)!.Extension}", image.Bytes),
        OutgoingMessage.File file => File(room, file.Name, file.Bytes),
        OutgoingMessage.News news => Link(room, news.Title, news.Description, news.Url, news.PictureUrl),
        OutgoingMessage.Card card => Link(room, card.Title, Describe(card), card.Url, card.PictureUrl),
        _ => throw new UnreachableException(),
    };

    /// <summary>The call as text, field by field; of a file its size instead of its bytes.</summary>
    public string Show() => JsonSerializer.Serialize(
        Request.Descriptor.Fields.InFieldNumberOrder().ToDictionary(field => field.JsonName, field => Show(field.Name, field.Accessor.GetValue(Request))),
        PlainJson.Options);

    private static object? Show(string name, object? value) => value switch
    {
        UrlLink link => new Dictionary<string, string> { ["title"] = link.Title, ["description"] = link.Description, ["url"] = link.Url, ["thumbnailUrl"] = link.ThumbnailUrl },
        string json when name == "file_box" => ShowFile(json),
        _ => value,
    };

    private static Dictionary<string, string> ShowFile(string json)
    {
        var file = JsonSerializer.Deserialize<WechatyFileBox>(json, PlainJson.Options)!;
        return new Dictionary<string, string> { ["name"] = file.Name, ["base64"] = $"({file.Base64.Length} bytes)" };
    }

    private static WechatyMessage File(string room, string name, ReadOnlyMemory<byte> bytes) =>
        new("MessageSendFile", new MessageSendFileRequest { ConversationId = room, FileBox = WechatyFileBox.Json(name, bytes) });

    private static WechatyMessage Link(string room, string title, string description, Uri url, Uri? picture) => new("MessageSendUrl", new MessageSendUrlRequest
    {
        ConversationId = room,
        UrlLink = new UrlLink
        {
            Title = Utf8Text.WithoutControls(title),
            Description = Utf8Text.WithoutControls(description),
            Url = url.AbsoluteUri,
            ThumbnailUrl = picture?.AbsoluteUri ?? "",
        },
    });

    // A link has no columns and no button: facts become lines of its description, and the whole of it leads to the address.
    private static string Describe(OutgoingMessage.Card card) => string.Join('\n', card.Facts
        .Select(fact => $"{fact.Name}：{fact.Value}")
        .Append(card.Content)
        .Where(line => line.Length > 0));
}
