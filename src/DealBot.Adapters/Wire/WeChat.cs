namespace DealBot.Adapters.Wire;

/// <summary>What holds wherever members read in WeChat, however the messages get there.</summary>
internal static class WeChat
{
    /// <summary>Its browser shows a notice in place of Taobao's pages, and its chats don't call Taobao's app.</summary>
    public static IReadOnlyList<string> BlockedNetworks { get; } = ["taobao"];
}
