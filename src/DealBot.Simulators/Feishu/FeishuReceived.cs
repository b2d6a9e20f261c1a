using System.Text.Json;

namespace DealBot.Simulators.Feishu;

/// <summary>One message that the simulator accepted.</summary>
/// <param name="Chat">Chat that it was posted into.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="MsgType"><c>text</c>, <c>post</c>, <c>image</c> or <c>interactive</c>.</param>
/// <param name="Content">Its <c>content</c> or, of a card, its <c>card</c>.</param>
public sealed record FeishuReceived(string Chat, DateTimeOffset At, string MsgType, JsonElement Content)
{
    /// <summary>Bytes of its picture; empty if it has none.</summary>
    public ReadOnlyMemory<byte> Picture { get; init; }
}
