using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Core.Links;

/// <summary>What owners call a network.</summary>
public static class NetworkNames
{
    /// <summary>The networks that come with DealBot, set up or not.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["jd", "pdd", "taobao", "vip", "suning"];

    /// <summary>The name in words; a plugin's network goes by the name it has.</summary>
    public static Phrase Of(string network) => network switch
    {
        "jd" => new Phrase("京东联盟", "JD Union"),
        "pdd" => new Phrase("多多客", "Pinduoduo"),
        "taobao" => new Phrase("淘宝客", "Taobao"),
        "vip" => new Phrase("唯品会", "Vipshop"),
        "suning" => new Phrase("苏宁推客", "Suning"),
        _ => Phrases.Same(network),
    };
}
