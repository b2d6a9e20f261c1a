namespace DealBot.Adapters.OneBot;

/// <summary>One entry of a forwarded conversation.</summary>
internal sealed record OneBotNode(string Type, OneBotNodeBody Data)
{
    public static OneBotNode Of(OneBotNodeBody body) => new("node", body);
}
