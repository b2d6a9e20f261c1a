using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>Asks for one item by <c>goods.query</c>, which JD opens on application only.</summary>
internal sealed class JdRecheck(JdClient client, TimeProvider clock)
{
    /// <summary>JD's code for an account without the permission.</summary>
    private const string NotPermitted = "403";

    /// <summary>Applications take days; asking on would only use up the account's calls.</summary>
    private static readonly TimeSpan Denied = TimeSpan.FromHours(1);

    private const int FewestRows = 10;

    private static readonly Phrase Unreadable = new("京东给出的商品读不出来", "JD's answer for the item can't be read");

    private volatile Denial? _denial;

    public async Task<DealCheck> AskAsync(Deal deal, CancellationToken cancellationToken)
    {
        if (_denial is { } denial && (clock.GetUtcNow() - denial.At).Duration() < Denied)
        {
            return new DealCheck.NotTold(denial.Reason);
        }

        var request = Request(deal.Key.ItemId);
        var reply = await client.CallAsync(request, cancellationToken);
        switch (reply.Code)
        {
            case WireReply.Ok:
                return Read(reply.Result["data"], deal);
            case JdErrors.NothingFound or JdErrors.NoSuchPage:
                return new DealCheck.Gone(Explain(reply, request));
            case NotPermitted:
                _denial = new Denial(clock.GetUtcNow(), Explain(reply, request));
                return new DealCheck.NotTold(_denial.Reason);
            default:
                throw JdErrors.All.ToException(reply, request.Method);
        }
    }

    private static Phrase Explain(WireReply reply, JdRequest request) => JdErrors.All.Explain(reply.Code, reply.Message, request.Method);

    private DealCheck Read(WireNode rows, Deal deal)
    {
        // JD still knows some items by their SKU only, and may name one by its union id that was listed by its SKU.
        var row = rows.Items.FirstOrDefault(row => JdDeals.ItemId(row) == deal.Key.ItemId || row["skuId"].Id == deal.Key.ItemId);
        if (!row.Exists)
        {
            return new DealCheck.Gone(new Phrase("京东没有返回这件商品", "JD did not list the item"));
        }

        return JdDeals.Read(row, deal.Channel, clock.GetUtcNow()) is { } now
            ? new DealCheck.Found(now with { Key = deal.Key })
            : new DealCheck.NotTold(Unreadable);
    }

    private static JdRequest Request(string item)
    {
        const string fields = "stockState";
        return new JdRequest(JdMethods.ListByKeyword, long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var sku)
            ? new { goodsReqDTO = new { skuIds = new[] { sku }, pageIndex = 1, pageSize = FewestRows, fields } }
            : new { goodsReqDTO = new { itemIds = new[] { item }, pageIndex = 1, pageSize = FewestRows, fields } });
    }

    private sealed record Denial(DateTimeOffset At, Phrase Reason);
}
