using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>Says why a slot was moved or dropped.</summary>
internal static class PlanWording
{
    public static Phrase Moved(Slot slot, DateTimeOffset at, Obstacle why, SlotLoad load)
    {
        var way = $"{Clock(slot, slot.At)} → {Clock(slot, at)}";
        var cause = Cause(slot, why, load);
        return new Phrase($"{way}：{cause.Zh}", $"{way}: {cause.En}");
    }

    public static SkipReason Dropped(Slot slot, Obstacle why, SlotLoad load, SlotWindow window)
    {
        var cause = Cause(slot, why, load);
        var minutes = (int)(window.Latest - slot.At).TotalMinutes;
        return why switch
        {
            Obstacle.Quiet => SkipReason.Missed,
            Obstacle.Day or Obstacle.AddressDay or Obstacle.Images => new SkipReason(SkipReason.QuotaCode, With(cause, Demand(slot, why, load.Of(why)))),
            Obstacle.Month => new SkipReason(SkipReason.QuotaCode, cause),
            Obstacle.Gap => new SkipReason(SkipReason.GapCode, With(cause, new Phrase($"{minutes} 分钟内没有空位", $"no room within {minutes} minutes"))),
            _ => new SkipReason(SkipReason.QuotaCode, With(cause, new Phrase($"{minutes} 分钟内都排满了", $"full for {minutes} minutes"))),
        };
    }

    private static Phrase Cause(Slot slot, Obstacle why, SlotLoad load) => why switch
    {
        Obstacle.Sharp => new Phrase("避开整点和半点", "off the full and half hour"),
        Obstacle.Passed => new Phrase("原定时刻已过", "its own moment had passed"),
        Obstacle.Quiet => new Phrase("避开安静时段", "quiet hours"),
        Obstacle.Gap => new Phrase($"本群两次推送至少隔 {slot.Plan.Pace.GapMinutes} 分钟", $"posts of the group are at least {slot.Plan.Pace.GapMinutes} minutes apart"),
        Obstacle.Minute => Full(load.Account, load.Account.Limits!.PerMinute!.Value, "每分钟", "a minute"),
        Obstacle.Hour => Full(load.Account, load.Account.Limits!.PerHour!.Value, "每小时", "an hour"),
        Obstacle.Day => Full(load.Account, load.Account.Limits!.PerDay!.Value, "每天", "a day"),
        Obstacle.Images => Full(load.Account, load.Account.Limits!.ImagesPerDay!.Value, "每天图片", "pictures a day"),
        Obstacle.AddressMinute => FullGroup(load.Address, load.Address.Limits!.PerMinute!.Value, "每分钟", "a minute"),
        Obstacle.AddressDay => FullGroup(load.Address, load.Address.Limits!.PerDay!.Value, "每天", "a day"),
        Obstacle.Month => FullGroup(load.Address, load.Address.Limits!.PerMonth!.Value, "每月", "a month"),
        Obstacle.LeastGap => Spaced(load.Account, load.Account.Limits!.Gap!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    private static Phrase Spaced(AccountLoad account, TimeSpan gap) => new(
        $"账号 {account.Name} 两条消息至少隔 {gap.TotalMinutes:0.#} 分钟", $"messages of account {account.Name} are at least {gap.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)} minutes apart");

    private static Phrase Full(AccountLoad account, int most, string zh, string en) =>
        Full(new Phrase($"账号 {account.Name}", $"account {account.Name}"), account.Usable(most), most, zh, en);

    private static Phrase FullGroup(AccountLoad address, int most, string zh, string en) =>
        Full(new Phrase($"发到 {address.Name} 的", $"the group at {address.Name}"), address.Usable(most), most, zh, en);

    private static Phrase Full(Phrase who, int usable, int most, string zh, string en)
    {
        var (spareZh, spareEn) = usable == most ? ("", "") : ($"（另留 {most - usable} 条）", $" ({most - usable} are kept free)");
        return new Phrase($"{who.Zh} {zh} {usable} 条已排满{spareZh}", $"{who.En} is full with {usable} {en}{spareEn}");
    }

    private static Phrase Demand(Slot slot, Obstacle why, AccountLoad load)
    {
        var day = load.DayAt(slot.At);
        return why == Obstacle.Images
            ? new Phrase($"这天要发 {day.WantedImages} 张", $"the day has {day.WantedImages} to send")
            : new Phrase($"这天要发 {day.WantedMessages} 条", $"the day has {day.WantedMessages} to send");
    }

    private static Phrase With(Phrase cause, Phrase extent) => new($"{cause.Zh}，{extent.Zh}", $"{cause.En}; {extent.En}");

    private static string Clock(Slot slot, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(slot.Group.TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
