using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Bot;

/// <summary>Answers what members ask in a group: every link is the group's own.</summary>
public sealed class MemberAnswers(DealFinder finder, DealLinks links, BotScope scope)
{
    public async Task<BotAnswer> AnswerAsync(BotCommand command, Group group, ChatKey key, CancellationToken cancellationToken)
    {
        var bot = scope.Posting.Configuration.Current.Bot;
        return command.Verb switch
        {
            BotVerb.Find when command.Argument.Length == 0 => new BotAnswer(BotText.WhatToFind(bot.Words)),
            BotVerb.Find => await FindAsync(group, command.Argument, key, cancellationToken).ConfigureAwait(false),
            BotVerb.Coupon when command.Argument.Length == 0 => new BotAnswer(BotText.WhatToLookUp(bot.Words)),
            BotVerb.Coupon => await LookUpAsync(group, command.Argument, key, cancellationToken).ConfigureAwait(false),
            _ => new BotAnswer(BotText.Help(bot.Words)),
        };
    }

    private async Task<BotAnswer> FindAsync(Group group, string keyword, ChatKey key, CancellationToken cancellationToken)
    {
        var slot = SlotOf(group, scope.Posting.Configuration.Current.Bot.MostDeals);
        var found = await finder.FindAsync(slot, keyword, cancellationToken).ConfigureAwait(false);
        var linked = await LinkAsync(slot, found, key, cancellationToken).ConfigureAwait(false);
        return linked.Count == 0
            ? new BotAnswer(found.IsEmpty ? BotText.NothingFound : BotText.NoLink)
            : new BotAnswer(OfferText.Found(linked, scope.Posting.Links, AdLawWords), group, linked);
    }

    private async Task<BotAnswer> LookUpAsync(Group group, string text, ChatKey key, CancellationToken cancellationToken)
    {
        var slot = SlotOf(group, deals: 1);
        var found = await finder.LookUpAsync(slot, text, cancellationToken).ConfigureAwait(false);
        return await LinkAsync(slot, found, key, cancellationToken).ConfigureAwait(false) is [var deal, ..]
            ? new BotAnswer(OfferText.LookedUp(deal, found.IsExact, scope.Posting.Links, AdLawWords), group, [deal])
            : new BotAnswer(found.IsEmpty ? BotText.NoCoupon : BotText.NoLink);
    }

    private async Task<IReadOnlyList<PlannedDeal>> LinkAsync(Slot slot, FoundDeals found, ChatKey key, CancellationToken cancellationToken) => found.IsEmpty
        ? []
        : (await links.ConvertAsync(Reply.IdOf(key), slot, found.Selection, cancellationToken).ConfigureAwait(false)).Deals;

    private Slot SlotOf(Group group, int deals)
    {
        var slot = scope.Posting.Configuration.Calendar.Extra(group, scope.Time.GetUtcNow());
        return slot with { Plan = slot.Plan with { Deals = deals } };
    }

    private IReadOnlyList<string> AdLawWords => scope.Posting.Configuration.Current.Selection.AdLawWords;
}
