using System.Diagnostics;
using System.Text.Json.Serialization;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>A message of the application to one member (path/90236).</summary>
internal sealed record WeComAppPayload(
    [property: JsonPropertyName("touser")] string ToUser,
    [property: JsonPropertyName("agentid")] int AgentId,
    [property: JsonPropertyName("msgtype")] string MsgType)
{
    public WeComContent? Text { get; init; }

    public WeComFile? Image { get; init; }

    public static WeComAppPayload From(OutgoingMessage message, string userId, int agentId, string? mediaId) => message switch
    {
        OutgoingMessage.Text text => new(userId, agentId, "text") { Text = new(Utf8Text.WithoutControls(text.Content)) },
        OutgoingMessage.Image => new(userId, agentId, "image") { Image = new(mediaId!) },
        _ => throw new UnreachableException(),
    };
}
