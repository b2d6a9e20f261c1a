using System.Text.Encodings.Web;
using System.Text.Json;
using DealBot.Contracts;

namespace Webhook;

/// <summary>What is posted: the message as JSON. The id is the same if a message is ever sent again, so that the receiver can leave out what it has.</summary>
public static class WebhookBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body; null for a message that the adapter does not take.</summary>
    public static string? Of(SendRequest request) => request.Message switch
    {
        OutgoingMessage.Text text => JsonSerializer.Serialize(new { id = request.MessageId, kind = "text", text = text.Content }, Json),
        OutgoingMessage.Image image => JsonSerializer.Serialize(new { id = request.MessageId, kind = "image", mediaType = image.MediaType, bytes = Convert.ToBase64String(image.Bytes.Span) }, Json),
        _ => null,
    };
}
