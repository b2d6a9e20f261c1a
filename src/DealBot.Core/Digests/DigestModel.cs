using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Links;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Core.Digests;

/// <summary>What a digest template sees.</summary>
public static class DigestModel
{
    private const int DealsNamed = 3;

    /// <summary>Nobody in a group notices less than this.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(5);

    public static TemplateObject Of(Owner owner, DigestFigures figures)
    {
        var ranked = figures.Deals.OrderByDescending(deal => deal.Commission).ThenByDescending(deal => deal.Clicks).ThenBy(deal => deal.Deal).ToList();
        return new TemplateObject
        {
            ["owner"] = new TemplateObject { ["id"] = owner.Id, ["name"] = owner.Name },
            ["date"] = figures.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["month"] = figures.Date.Month,
            ["day"] = figures.Date.Day,
            ["weekday"] = "日一二三四五六"[(int)figures.Date.DayOfWeek].ToString(),
            ["today"] = FiguresOf(figures.Today),
            ["yesterday"] = FiguresOf(figures.Yesterday),
            ["versus_yesterday"] = Versus(figures.SoFar, figures.Yesterday, 1),
            ["versus_mean"] = Versus(figures.SoFar, figures.SevenDays, figures.MeanDays),
            ["groups"] = new TemplateArray(figures.Groups.Select(group => GroupOf(group.Group, group.Figures, figures))),
            ["command_posts"] = figures.CommandPosts.Values.Sum(),
            ["members"] = MembersOf([.. figures.Members.Values]),
            ["best"] = new TemplateArray(ranked.Where(deal => deal.Clicks > 0 || deal.Orders > 0).Take(DealsNamed).Select(DealOf)),
            ["worst"] = new TemplateArray(ranked.Where(IsFailure).Reverse().Take(DealsNamed).Select(DealOf)),
            ["skips"] = new TemplateArray(figures.Skips.Select(SkipOf)),
            ["held_back"] = figures.HeldBack.Count == 0 ? null : HeldBackOf(figures.HeldBack),
            ["flags"] = new TemplateArray(figures.Flags.Select(flag => new TemplateObject { ["words"] = flag.Words, ["posts"] = flag.Posts })),
            ["notices"] = new TemplateArray(figures.Notices.Select(notice => NoticeOf(notice, owner))),
            ["unattributed"] = UnattributedOf(figures),
            ["rechecks"] = figures.Rechecks == RecheckCount.None ? null : RechecksOf(figures.Rechecks),
            ["late"] = figures.Drift is { } drift && drift.Worst > WorthTelling ? LateOf(drift) : null,
            ["hours"] = new TemplateArray(figures.Hours.Select(FiguresOf)),
            ["days"] = new TemplateArray(figures.Days.Select(day => With(FiguresOf(day.Figures), "label", day.Date.ToString("M/d", CultureInfo.InvariantCulture)))),
        };
    }

    /// <summary>What a template sees of figures: counts, and amounts in yuan both as text and as numbers.</summary>
    public static TemplateObject FiguresOf(Figures figures) => new()
    {
        ["posts"] = figures.Posts,
        ["clicks"] = figures.Clicks,
        ["visitors"] = figures.Visitors,
        ["raw_clicks"] = figures.RawClicks,
        ["lost_clicks"] = figures.LostClicks,
        ["orders"] = figures.Orders,
        ["sales"] = figures.Sales.ToString(),
        ["commission"] = figures.Commission.ToString(),
        ["sales_yuan"] = figures.Sales.Yuan,
        ["commission_yuan"] = figures.Commission.Yuan,
    };

    /// <summary>Sold nothing. Of what went as a text to copy nobody knows how many looked at it, so it is not called a failure.</summary>
    private static bool IsFailure(DealResult deal) => deal is { Orders: 0, Posts: > 0, AsCommand: 0 };

    private static TemplateObject GroupOf(Group group, Figures figures, DigestFigures day)
    {
        var members = day.Members.GetValueOrDefault(group.Id);
        var model = With(FiguresOf(figures), "name", group.Name);
        model = With(model, "command_posts", day.CommandPosts.GetValueOrDefault(group.Id));
        model = With(model, "members", members?.Members);
        model = With(model, "joined", members?.Joined);
        return With(model, "left", members?.Left);
    }

    /// <summary>All groups of which something is known together; null if there is none.</summary>
    private static TemplateObject? MembersOf(IReadOnlyList<MemberDay> days) => days.Count == 0 ? null : new TemplateObject
    {
        ["count"] = days.Any(day => day.Members is not null) ? days.Sum(day => day.Members ?? 0) : null,
        ["groups"] = days.Count(day => day.Members is not null),
        ["joined"] = days.Sum(day => day.Joined),
        ["left"] = days.Sum(day => day.Left),
    };

    private static TemplateObject Versus(Figures now, Figures before, int days) => new()
    {
        ["clicks"] = Change(now.Clicks, before.Clicks, days),
        ["orders"] = Change(now.Orders, before.Orders, days),
        ["sales"] = Change(now.Sales.Fen, before.Sales.Fen, days),
        ["commission"] = Change(now.Commission.Fen, before.Commission.Fen, days),
    };

    /// <summary>Change in percent with its sign; null if there was nothing to compare with. Of less than nothing there is no percentage.</summary>
    private static string? Change(long now, long before, int days) => before <= 0
        ? null
        : Math.Round(((now * (decimal)days) - before) * 100m / before, 0, MidpointRounding.AwayFromZero).ToString("+0;-0;0", CultureInfo.InvariantCulture) + "%";

    private static TemplateObject DealOf(DealResult deal) => new()
    {
        ["title"] = FeedText.Of(deal.Title),
        ["posts"] = deal.Posts,
        ["clicks"] = deal.Clicks,
        ["command_posts"] = deal.AsCommand,
        ["orders"] = deal.Orders,
        ["commission"] = deal.Commission.ToString(),
    };

    private static TemplateObject SkipOf(SkipCount skip) => new()
    {
        ["state"] = skip.State,
        ["reason"] = skip.Reason.Zh,
        ["reason_en"] = skip.Reason.En,
        ["count"] = skip.Count,
    };

    private static TemplateObject HeldBackOf(IReadOnlyList<HeldBackCount> counts) => new()
    {
        ["deals"] = counts.Sum(count => count.Deals),
        ["commission"] = counts.Aggregate(Money.Zero, (sum, count) => sum + count.Commission).ToString(),
        ["reasons"] = new TemplateArray(counts.Select(count => new TemplateObject
        {
            ["network"] = count.Network,
            ["network_name"] = NetworkNames.Of(count.Network).Zh,
            ["code"] = count.Code,
            ["reason"] = count.Reason.Zh,
            ["reason_en"] = count.Reason.En,
            ["deals"] = count.Deals,
            ["commission"] = count.Commission.ToString(),
        })),
    };

    private static TemplateObject NoticeOf(KeptNotice notice, Owner owner) => new()
    {
        ["time"] = TimeZoneInfo.ConvertTime(notice.LastAt, TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture),
        ["kind"] = notice.Kind,
        ["subject"] = notice.Subject,
        ["text"] = notice.Text.Zh,
        ["text_en"] = notice.Text.En,
        ["count"] = notice.Count,
    };

    /// <summary>Null if every order has its group.</summary>
    private static TemplateObject? UnattributedOf(DigestFigures figures) => figures.Unattributed.Orders == 0 ? null : new TemplateObject
    {
        ["orders"] = figures.Unattributed.Orders,
        ["commission"] = figures.Unattributed.Commission.ToString(),
        ["command"] = $"dealbot orders --date {figures.Date:yyyy-MM-dd} --unattributed",
    };

    private static TemplateObject RechecksOf(RecheckCount rechecks) => new()
    {
        ["replaced"] = rechecks.Replaced,
        ["withdrawn"] = rechecks.Withdrawn,
    };

    private static TemplateObject LateOf(Drift drift) => new()
    {
        ["median"] = Length(drift.Median),
        ["worst"] = Length(drift.Worst),
    };

    private static string Length(TimeSpan length) =>
        length < TimeSpan.FromMinutes(1) ? $"{(int)length.TotalSeconds} 秒" : $"{(int)length.TotalMinutes} 分钟";

    private static TemplateObject With(TemplateObject model, string name, object? value)
    {
        model[name] = value;
        return model;
    }
}
