using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Market;

/// <summary>Converted links and the visits to them. The same conversion gives the same link again.</summary>
internal sealed class MarketLinks(int seed)
{
    private readonly ConcurrentDictionary<string, MarketLink> _byCode = new();
    private readonly ConcurrentDictionary<string, string> _codeByOpaque = new();
    private readonly ConcurrentDictionary<string, int> _visits = new();

    public MarketLink Issue(string account, MarketItem item, MarketCoupon? coupon, LinkTracking tracking, DateTimeOffset now)
    {
        var bits = StableRandom.Hash(seed, account, item.SkuId, coupon?.Link ?? "", tracking);
        var code = Base62(bits)[..7];
        var opaque = "AyIG" + Base62(bits) + Base62(StableRandom.Hash(bits, "p"));
        var link = new MarketLink(code, opaque, account, item, coupon, tracking) { IssuedAt = now };
        _byCode[code] = link;
        _codeByOpaque[opaque] = code;
        return link;
    }

    public MarketLink? FindShort(string code, DateTimeOffset now) =>
        _byCode.TryGetValue(code, out var link) && now - link.IssuedAt <= MarketLink.ShortLife ? link : null;

    public MarketLink? FindLong(string opaque) => _codeByOpaque.TryGetValue(opaque, out var code) ? _byCode[code] : null;

    public string Visit(MarketLink link)
    {
        var count = _visits.AddOrUpdate(link.Code, 1, (_, before) => before + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{link.Code}-{count}");
    }

    public bool TryFindVisit(string visitId, [NotNullWhen(true)] out MarketLink? link)
    {
        link = null;
        var dash = visitId.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && int.TryParse(visitId.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && _visits.TryGetValue(visitId[..dash], out var count)
            && number >= 1 && number <= count
            && _byCode.TryGetValue(visitId[..dash], out link);
    }

    private static string Base62(ulong bits)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return string.Create(11, bits, static (characters, rest) =>
        {
            for (var index = 0; index < characters.Length; index++, rest /= 62)
                characters[index] = Digits[(int)(rest % 62)];
        });
    }
}
