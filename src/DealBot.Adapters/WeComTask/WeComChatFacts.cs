using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>What <c>groupchat/get</c> tells of a group.</summary>
/// <param name="Title">The group's name; empty if it was given none.</param>
/// <param name="Owner">User id of its owner.</param>
/// <param name="Members">How many members it has; null if WeCom does not list them.</param>
internal sealed record WeComChatFacts(string Title, string? Owner, int? Members)
{
    public Phrase Note => new(
        $"群名：{Show(Title, "未命名")}，{Show($"{Members}", "?")} 人", $"the group is called {Show(Title, "(no name)")} and has {Show($"{Members}", "?")} members");

    public static WeComChatFacts? Of(JsonElement answer)
    {
        if (PlatformAnswer.Member(answer, "group_chat") is not { ValueKind: JsonValueKind.Object } chat)
            return null;

        var members = PlatformAnswer.Member(chat, "member_list") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : (int?)null;
        return new WeComChatFacts(PlatformAnswer.Text(chat, "name") ?? "", PlatformAnswer.Text(chat, "owner"), members);
    }

    private static string Show(string text, string none) => text.Length == 0 ? none : text;
}
