using DealBot.Contracts;

namespace DealBot.Networks.Taobao;

/// <summary>Asks for a deal again, by its title: TOP has no search by id.</summary>
internal sealed class TaobaoRechecks(TaobaoAccount account, TaobaoSearch search, TaobaoDeals deals, TimeProvider clock)
{
    private static readonly DealCheck.Gone Gone = new(new Phrase("淘宝已搜不到这件商品", "Taobao does not find the item any more"));

    private static readonly DealCheck.NotTold NotSure = new(new Phrase(
        "同名商品太多，按标题没有搜到这一件，不能确定是否还在推广", "Too many items go by this title; this one was not among the first, which proves nothing"));

    private static readonly DealCheck.NotTold Unreadable = new(new Phrase("淘宝给出的价格或佣金看不懂", "Price or commission of the answer can't be read"));

    public async Task<DealCheck> CheckAsync(Deal deal, CancellationToken cancellationToken)
    {
        var finding = await search.FindAsync(TaobaoPlace.Of(account, null)!, deal, cancellationToken);
        return finding switch
        {
            { Refusal: { } refusal } => new DealCheck.NotTold(TaobaoErrors.All.Explain(refusal.Code, refusal.Message, TaobaoMethods.Search)),
            { Hit.Exists: true } => deals.Read(finding.Hit, deal.Channel, clock.GetUtcNow(), deal.Key.ItemId) is { } now ? new DealCheck.Found(now) : Unreadable,
            _ => finding.IsWhole ? Gone : NotSure,
        };
    }
}
