using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>Commands (口令): texts that a member copies and opens in the network's app, for chats that block its links.</summary>
public static class CommandText
{
    private static readonly LinkResult.Refused None = new(
        "no_command",
        new Phrase("这个群打不开该联盟的链接，又没有拿到口令，商品不发", "the group can't open links of this network, and there is no command text: the deal is not posted"),
        AccountFault: false);

    /// <summary>How a member uses a command of a network.</summary>
    public static string Hint(string network) => $"复制口令，打开{AppOf(network)}";

    /// <summary>The app that opens a network's commands.</summary>
    public static string AppOf(string network) => network == "taobao" ? "淘宝" : "对应的 App";

    /// <summary>The result, or a refusal of a link that nobody in the chat could open.</summary>
    public static LinkResult Demand(LinkRequest request, LinkResult result)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.WantsCommand && result is LinkResult.Converted { Link.Command: null } ? None : result;
    }
}
