using DealBot.Core.Configuration;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Host.Commands;

/// <summary>The options that commands about promoters share: whom, and which month.</summary>
internal static class PromoterOptions
{
    /// <summary>The month of <c>--month</c>; null after saying what is wrong with it.</summary>
    public static LedgerMonth? MonthOf(CommandContext context, string? text, LedgerMonth otherwise)
    {
        if (text is null)
        {
            return otherwise;
        }

        // Far years have no beginning that a moment could express.
        if (LedgerMonth.TryParse(text, out var month) && month.Year is >= 2000 and < 2100)
        {
            return month;
        }

        context.Error(context.Say($"--month {text} 不是月份，应为 2026-06 这样的格式", $"--month {text} is no month; write it like 2026-06"));
        return null;
    }

    /// <summary>The promoter of an id, or all; empty after saying that there is none.</summary>
    public static async Task<IReadOnlyList<(string OwnerId, Promoter Promoter)>> FindAsync(
        CommandContext context, StatementReader reader, string? id, CancellationToken cancellationToken)
    {
        var all = await reader.PromotersAsync(cancellationToken);
        var found = all.Where(known => id is null || known.Promoter.Id == id).ToList();
        if (all.Count == 0)
        {
            context.Error(context.Say(
                "还没有推广者。在 owners.json 的 shares.promoters 里加，在 groups.json 的 promoter 里写谁负责哪个群",
                "there are no promoters yet: add them to shares.promoters in owners.json, and say in groups.json with promoter whose group it is"));
        }
        else if (found.Count == 0)
        {
            var known = string.Join(' ', all.Select(one => one.Promoter.Id));
            context.Error(context.Say($"没有推广者 {id}，有的是：{known}", $"no promoter {id}; there are: {known}"));
        }

        return found;
    }
}
