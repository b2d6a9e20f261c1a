using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>
/// Reads what WeCom tells: members who came into customer groups or left them, and what members of the company write to the application. What
/// customers write in their groups WeCom tells nobody.
/// </summary>
internal sealed class WeComChatEvents(WeComTaskOptions options)
{
    /// <summary>The event; null if it is none of ours, or about an address that is not set up.</summary>
    public ChatEvent? Read(string message)
    {
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes(message));
        if (WeComXml.Parse(xml) is not { } root || TimeOf(root) is not { } at)
            return null;

        return (root.Text("MsgType"), root.Text("Event")) switch
        {
            ("event", "change_external_chat") => ReadChange(root, IdOf(message), at),
            ("text", _) => ReadText(root, IdOf(message), at),
            _ => null,
        };
    }

    private ChatEvent? ReadChange(XElement root, string id, DateTimeOffset at)
    {
        var chatId = root.Text("ChatId");
        if (options.Chats.FirstOrDefault(chat => chat.Value.ChatId == chatId).Key is not { } address || CountOf(root) is not (> 0 and var count))
            return null;

        return (root.Text("ChangeType"), root.Text("UpdateDetail")) switch
        {
            ("update", "add_member") => new ChatEvent.MembersJoined(address, id, at, count),
            ("update", "del_member") => new ChatEvent.MembersLeft(address, id, at, count),
            _ => null,
        };
    }

    private ChatEvent.MessageReceived? ReadText(XElement root, string id, DateTimeOffset at)
    {
        var (sender, content, agentId) = (root.Text("FromUserName"), root.Text("Content").Trim(), root.Text("AgentID"));
        var address = options.Members.FirstOrDefault(member => member.Value.Equals(sender, StringComparison.OrdinalIgnoreCase)).Key;
        return address is null || content.Length == 0 || agentId != options.AgentId?.ToString(CultureInfo.InvariantCulture)
            ? null
            : new ChatEvent.MessageReceived(address, id, at, options.Members[address], content, IsToBot: true);
    }

    /// <summary>How many came or left; null if WeCom does not say so: a guess would be worse, and the day's count sets it right.</summary>
    private static int? CountOf(XElement root) =>
        int.TryParse(root.Text("MemChangeCnt"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : root.Element("MemChangeList") is { } list ? list.Elements("Item").Count()
        : null;

    private static DateTimeOffset? TimeOf(XElement root) =>
        long.TryParse(root.Text("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Events have no id of their own. What is told is the same when it is told again, down to the versions of the member list.</summary>
    private static string IdOf(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));
}
