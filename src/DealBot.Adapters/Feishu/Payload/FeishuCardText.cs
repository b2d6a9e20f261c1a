namespace DealBot.Adapters.Feishu.Payload;

/// <summary>A text within a card.</summary>
internal sealed record FeishuCardText(string Tag, string Content)
{
    public static FeishuCardText Plain(string text) => new("plain_text", text);
}
