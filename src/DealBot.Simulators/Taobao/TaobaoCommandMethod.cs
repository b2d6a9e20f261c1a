using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Web;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Taobao;

/// <summary><c>taobao.tbk.tpwd.create</c>: a command text for a link that the platform gave out, and no other.</summary>
internal sealed class TaobaoCommandMethod(MarketLinks links)
{
    private readonly ConcurrentDictionary<string, (Uri Address, MarketItem Item)> _byCommand = new();

    public JsonObject Create(TaobaoCall call)
    {
        if (!call.Account.MayCreateCommands)
            throw TaobaoRefusedException.NoPackage();

        var text = call.Required("url");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || HttpUtility.ParseQueryString(url.Query)["e"] is not { } opaque
            || links.FindLong(opaque) is not { } link)
        {
            throw TaobaoRefusedException.BadParameter("url 不是淘宝联盟链接");
        }

        var command = $"￥{Token(link.Opaque)}￥";
        _byCommand[command] = (url, link.Item);
        return new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["model"] = $"6.0 {command} https://m.tb.cn/h.{link.Code}  {link.Item.Title}",
                ["password_simple"] = command,
            },
        };
    }

    /// <summary>What the app opens for a text that holds a command; null if it knows none in it.</summary>
    public (Uri Address, MarketItem Item)? Open(string text)
    {
        foreach (var word in text.Split('￥'))
        {
            if (_byCommand.TryGetValue($"￥{word}￥", out var opened))
                return opened;
        }

        return null;
    }

    private static string Token(string opaque)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
        var random = new StableRandom("command", opaque);
        return new string([.. Enumerable.Range(0, 11).Select(_ => Letters[random.Next(Letters.Length)])]);
    }
}
