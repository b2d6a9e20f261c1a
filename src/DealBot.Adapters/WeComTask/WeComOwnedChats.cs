using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>The groups that a member owns: where a ChatId is wrong, the right one is most likely among them, and WeCom's clients do not show it.</summary>
internal sealed class WeComOwnedChats(WeComTaskClient client)
{
    /// <summary>Each is asked for its name.</summary>
    private const int MostShown = 5;
    private const int LongestName = 20;

    /// <returns>The reason with the groups behind it; as it was if there are none, or if WeCom does not tell.</returns>
    public async Task<Phrase> NameAsync(Phrase reason, string owner, CancellationToken cancellationToken)
    {
        var list = await client.ListChatsAsync(owner, MostShown, cancellationToken);
        var chats = new List<string>();
        foreach (var id in list.List("group_chat_list").Select(chat => PlatformAnswer.Text(chat, "chat_id")).OfType<string>().Take(MostShown))
        {
            var title = WeComChatFacts.Of((await client.GetChatAsync(id, cancellationToken)).Json)?.Title ?? "";
            chats.Add($"{id} {Utf16Text.Cut(OneLine.Of(title), LongestName)}".TrimEnd());
        }

        return chats.Count == 0 ? reason : new Phrase(
            $"{reason.Zh}；{owner} 的客户群：{string.Join('、', chats)}",
            $"{reason.En}; the groups of {owner}: {string.Join(", ", chats)}");
    }
}
