using DealBot.Adapters.OneBot;
using DealBot.Adapters.Telegram;
using DealBot.Adapters.WeComTask;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Host.Composition;

namespace DealBot.Host.Commands;

/// <summary>What keeps the bot from being asked or ordered about. No faults: posts go out all the same.</summary>
internal static class BotNotes
{
    public static IEnumerable<Phrase> Of(Foundation foundation)
    {
        var adapters = foundation.Integrations.Adapters;
        return
        [
            .. foundation.Configuration.Current.Groups.Where(group => group.Bot).SelectMany(group => OfGroup(group, adapters)),
            .. foundation.Configuration.Current.Owners.SelectMany((owner, index) => OfOwner(owner, $"owners.json $.owners[{index}].commanders", adapters)),
        ];
    }

    private static IEnumerable<Phrase> OfGroup(Group group, IReadOnlyDictionary<string, IMessagingAdapter> adapters)
    {
        // What is written in a customer group WeCom tells to nobody; only members of the company are heard.
        if (adapters.TryGetValue(group.Adapter, out var adapter) && (adapter is WeComTaskAdapter || !Hears(adapter)))
        {
            yield return new Phrase(
                $"群 {group.Id} 开了机器人，但 {group.Adapter} 收不到群里的消息，没有人能得到回答",
                $"the bot is on for group {group.Id}, but {group.Adapter} hears nothing of its chats, so nobody is answered");
        }
    }

    private static IEnumerable<Phrase> OfOwner(Owner owner, string path, IReadOnlyDictionary<string, IMessagingAdapter> adapters)
    {
        foreach (var (name, ids) in owner.Commanders)
        {
            if (!adapters.TryGetValue(name, out var adapter))
            {
                continue;
            }

            if (!Hears(adapter))
            {
                yield return new Phrase(
                    $"{path}.{name}：{name} 收不到消息，在那里下不了指令",
                    $"{path}.{name}: {name} hears nothing, so no orders can be given there");
            }

            foreach (var (index, id) in ids.Index().Where(id => adapter is TelegramAdapter or OneBotAdapter && !id.Item.All(char.IsAsciiDigit)))
            {
                yield return new Phrase(
                    $"{path}.{name}[{index}]：{id} 不是成员编号，不起作用；{(adapter is TelegramAdapter ? "Telegram 账号的编号是一串数字，不是 @名字" : "要填 QQ 号")}",
                    $"{path}.{name}[{index}]: {id} is no member's id and does nothing; {(adapter is TelegramAdapter ? "that of a Telegram account is a number, not the @name" : "give the QQ number")}");
            }
        }
    }

    private static bool Hears(IMessagingAdapter adapter) => adapter is IChatListener or ICallbackReceiver { Endpoints.Count: > 0 };
}
