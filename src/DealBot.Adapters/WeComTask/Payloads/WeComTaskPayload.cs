using System.Diagnostics;
using System.Text.Json.Serialization;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>A task for one group: text, at most one picture or link (path/92135).</summary>
internal sealed record WeComTaskPayload(string Sender, [property: JsonPropertyName("chat_id_list")] IReadOnlyList<string> ChatIds)
{
    [JsonPropertyName("chat_type")]
    public string ChatType { get; } = "group";

    /// <summary>The owner confirms, and chooses no other groups: what went where must stay known.</summary>
    [JsonPropertyName("allow_select")]
    public bool AllowSelect { get; }

    public WeComContent? Text { get; init; }

    public IReadOnlyList<WeComAttachment>? Attachments { get; init; }

    /// <summary>The task of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="chat">Where to.</param>
    /// <param name="mediaId">Id of its picture, if it has one.</param>
    public static WeComTaskPayload From(OutgoingMessage message, WeComTaskChat chat, string? mediaId)
    {
        var task = new WeComTaskPayload(chat.Sender, [chat.ChatId]);
        return message switch
        {
            OutgoingMessage.Text text => task with { Text = TextOf(text.Content) },
            OutgoingMessage.Image => task with { Attachments = [WeComAttachment.Picture(mediaId!)] },
            OutgoingMessage.Captioned captioned => task with { Text = TextOf(captioned.Content), Attachments = [WeComAttachment.Picture(mediaId!)] },
            OutgoingMessage.News news => task with { Attachments = [WeComAttachment.LinkTo(news)] },
            _ => throw new UnreachableException(),
        };
    }

    private static WeComContent TextOf(string content) => new(Utf8Text.WithoutControls(content));
}
