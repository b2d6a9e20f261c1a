using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>Orders that change what groups are posted.</summary>
public sealed class GroupOrders(SlotPoster poster, IChatInbox inbox, DealFinder finder, OrderedDeals deals, BotScope scope)
{
    private const int SecondsAtOnce = 8;

    /// <summary>Leaves out the next post of each group.</summary>
    public async Task<Phrase> SkipAsync(OwnerOrder order, CancellationToken cancellationToken)
    {
        var said = new List<Phrase>();
        foreach (var group in order.Groups)
        {
            var skipped = await SkipNextAsync(order.Key, group, cancellationToken).ConfigureAwait(false);
            said.Add(order.Groups.Count > 1 ? new Phrase($"{group.Name}：{skipped.Zh}", $"{group.Name}: {skipped.En}") : skipped);
        }

        return BotText.Lines(said);
    }

    /// <summary>Posts a deal to each group.</summary>
    /// <returns>What to say of it; null where the post itself says it.</returns>
    public async Task<Phrase?> PostAsync(OwnerOrder order, CancellationToken cancellationToken)
    {
        if (order.Command.Argument.Length == 0)
        {
            return BotText.WhatToPost(scope.Posting.Configuration.Current.Bot.Words);
        }

        var first = scope.Posting.Configuration.Calendar.Extra(order.Groups[0], order.At);
        var found = await finder.LookUpAsync(first, order.Command.Argument, cancellationToken).ConfigureAwait(false);
        if (found.Selection.Ranked is not [var pick, ..])
        {
            return BotText.NothingPosted;
        }

        await deals.KeepAsync(pick.Entry.Deal, cancellationToken).ConfigureAwait(false);
        if (!found.IsExact && found.MeansOneItem)
        {
            // Whoever gives a link means that item, and what goes to whole groups can't be taken back.
            var current = scope.Posting.Configuration.Current;
            return BotText.OnlyClose(current.Bot.Words, OfferText.TitleOf(pick.Entry.Deal, current.Selection.AdLawWords), pick.Entry.Deal.Key);
        }

        var posted = 0;
        Phrase? refusal = null;
        foreach (var group in order.Groups)
        {
            var outcome = await PostAsync(order, group, pick, cancellationToken).ConfigureAwait(false);
            posted += outcome is SlotOutcome.Planned or SlotOutcome.AlreadyThere ? 1 : 0;
            refusal = outcome is SlotOutcome.Skipped skipped ? skipped.Post.Reason.Text : refusal;
        }

        var title = OfferText.TitleOf(pick.Entry.Deal, []);
        var unsent = order.Groups.Count - posted;
        return (posted, refusal) switch
        {
            (0, _) => new Phrase($"没有发出去：{refusal?.Zh}", $"Not posted: {refusal?.En}"),
            (_, not null) => new Phrase(
                $"{title}\n发给了 {posted} 个群，另有 {unsent} 个没发：{refusal.Zh}", $"{title}\nOn its way to {CountOf(posted)}, but not to {unsent}: {refusal.En}"),
            _ => order.IsInGroup ? null : new Phrase($"{title}\n正在发给 {posted} 个群。", $"{title}\nOn its way to {CountOf(posted)}."),
        };
    }

    private async Task<SlotOutcome> PostAsync(OwnerOrder order, Group group, Pick pick, CancellationToken cancellationToken)
    {
        var slot = await SlotOfAsync(order, group, cancellationToken).ConfigureAwait(false);
        return await poster.PostAsync(slot, PostKind.Manual, pick.Entry.Deal.Key, mayDefer: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The post goes by the moment of the order, to the second as posts are named: a message that the platform delivers twice is one post. A slot of
    /// that very second has that name already, and stays; so does the post of another message, since platforms tell the time of a message in whole
    /// seconds and give one second to all that a phone sends when it is back on the net.
    /// </summary>
    private async Task<Slot> SlotOfAsync(OwnerOrder order, Group group, CancellationToken cancellationToken)
    {
        var calendar = scope.Posting.Configuration.Calendar;
        var second = new DateTimeOffset(order.At.Ticks - (order.At.Ticks % TimeSpan.TicksPerSecond), order.At.Offset);
        for (var from = second; ; from = from.AddSeconds(SecondsAtOnce))
        {
            var slots = Enumerable.Range(0, SecondsAtOnce)
                .Select(later => from.AddSeconds(later))
                .Where(at => calendar.Find(group.Id, at) is null)
                .Select(at => calendar.Extra(group, at))
                .ToDictionary(slot => slot.PostId);
            if (await inbox.ClaimPostAsync(order.Key, [.. slots.Keys], cancellationToken).ConfigureAwait(false) is { } postId)
            {
                return slots[postId];
            }
        }
    }

    /// <returns>What to say of it.</returns>
    private async Task<Phrase> SkipNextAsync(ChatKey key, Group group, CancellationToken cancellationToken)
    {
        if (await inbox.ClaimNextAsync(key, group.Id, cancellationToken).ConfigureAwait(false) is not { } next
            || scope.Posting.Configuration.Calendar.Find(group.Id, next.SlotAt) is not { } slot)
        {
            return BotText.NothingToSkip;
        }

        var at = BotText.Clock(slot.At, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone));
        var outcome = await poster.SkipAsync(slot, PostKind.Slot, SkipReason.ByOwner, SelectionReport.None, cancellationToken).ConfigureAwait(false);

        // Its moment may come between the claim and this: then it is prepared, and on its way.
        return outcome is SlotOutcome.Skipped || next.IsSkipped
            ? new Phrase($"跳过 {at} 那一次。", $"The post of {at} is skipped.")
            : new Phrase($"{at} 那一次已经在发，来不及跳过；要跳过再下一次，请再说一遍。", $"The post of {at} is already on its way; say it again to skip the one after.");
    }

    private static string CountOf(int groups) => groups == 1 ? "1 group" : $"{groups} groups";
}
