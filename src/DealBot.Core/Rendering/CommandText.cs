using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Rendering;

/// <summary>Commands (口令): texts that a member copies and opens in the network's app, for chats that block its links.</summary>
public static class CommandText
{
    private static readonly LinkResult.Refused None = new(
        "no_command",
        new Phrase("这个群打不开该联盟的链接，又没有拿到口令，商品不发", "the group can't open links of this network, and there is no command text: the deal is not posted"),
        AccountFault: false);

    private static readonly LinkResult.Refused ForeignLink = new(
        "foreign_command",
        new Phrase("口令里夹带了另一个没有核实过的链接，商品不发", "the command text holds another link, which nobody has proven: the deal is not posted"),
        AccountFault: false);

    /// <summary>How a member uses a command of a network.</summary>
    public static Phrase Hint(string network) => new($"复制口令，打开{AppOf(network).Zh}", $"Copy this text and open {AppOf(network).En}");

    /// <summary>The app that opens a network's commands.</summary>
    public static Phrase AppOf(string network) => network == "taobao" ? new("淘宝", "Taobao") : new("对应的 App", "the shop's app");

    /// <summary>
    /// The result, or a refusal: of a link that nobody in the chat could open, and of a command that holds another link than the proven one, which
    /// members would follow instead.
    /// </summary>
    public static LinkResult Demand(LinkRequest request, LinkResult result)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.WantsCommand && result is LinkResult.Converted { Link: var link }
            ? link.Command is null ? None : IsClean(link.Command, link.Url) ? result : ForeignLink
            : result;
    }

    private static bool IsClean(string command, Uri proven) => OutgoingLinks.In(command).All(link => link == proven.OriginalString || link == proven.AbsoluteUri);
}
