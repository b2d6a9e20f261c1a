using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>Says why a slot was moved or dropped.</summary>
internal static class PlanWording
{
    public static Phrase Moved(Slot slot, DateTimeOffset at, Obstacle why, AccountLoad account)
    {
        var way = $"{Clock(slot, slot.At)} → {Clock(slot, at)}";
        var cause = Cause(slot, why, account);
        return new Phrase($"{way}：{cause.Zh}", $"{way}: {cause.En}");
    }

    public static SkipReason Dropped(Slot slot, Obstacle why, AccountLoad account, SlotWindow window)
    {
        var cause = Cause(slot, why, account);
        var minutes = (int)(window.Latest - slot.At).TotalMinutes;
        return why switch
        {
            Obstacle.Quiet => SkipReason.Missed,
            Obstacle.Day or Obstacle.Images => new SkipReason(SkipReason.QuotaCode, With(cause, Demand(slot, why, account))),
            Obstacle.Gap => new SkipReason(SkipReason.GapCode, With(cause, new Phrase($"{minutes} 分钟内没有空位", $"no room within {minutes} minutes"))),
            _ => new SkipReason(SkipReason.QuotaCode, With(cause, new Phrase($"{minutes} 分钟内都排满了", $"full for {minutes} minutes"))),
        };
    }

    private static Phrase Cause(Slot slot, Obstacle why, AccountLoad account) => why switch
    {
        Obstacle.Sharp => new Phrase("避开整点和半点", "off the full and half hour"),
        Obstacle.Passed => new Phrase("原定时刻已过", "its own moment had passed"),
        Obstacle.Quiet => new Phrase("避开安静时段", "quiet hours"),
        Obstacle.Gap => new Phrase($"本群两次推送至少隔 {slot.Plan.Pace.GapMinutes} 分钟", $"posts of the group are at least {slot.Plan.Pace.GapMinutes} minutes apart"),
        Obstacle.Minute => Full(slot, account, account.Limits!.MessagesPerMinute!.Value, "每分钟", "a minute"),
        Obstacle.Hour => Full(slot, account, account.Limits!.MessagesPerHour!.Value, "每小时", "an hour"),
        Obstacle.Day => Full(slot, account, account.Limits!.MessagesPerDay!.Value, "每天", "a day"),
        Obstacle.Images => Full(slot, account, account.Limits!.ImagesPerDay!.Value, "每天图片", "pictures a day"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    private static Phrase Full(Slot slot, AccountLoad account, int most, string zh, string en)
    {
        var (name, usable) = ($"{slot.Group.Adapter}/{slot.Group.Address}", account.Usable(most));
        var (spareZh, spareEn) = usable == most ? ("", "") : ($"（另留 {most - usable} 条）", $" ({most - usable} are kept free)");
        return new Phrase($"账号 {name} {zh} {usable} 条已排满{spareZh}", $"account {name} is full with {usable} {en}{spareEn}");
    }

    private static Phrase Demand(Slot slot, Obstacle why, AccountLoad account)
    {
        var day = account.DayAt(slot.At);
        return why == Obstacle.Images
            ? new Phrase($"这天要发 {day.WantedImages} 张", $"the day has {day.WantedImages} to send")
            : new Phrase($"这天要发 {day.WantedMessages} 条", $"the day has {day.WantedMessages} to send");
    }

    private static Phrase With(Phrase cause, Phrase extent) => new($"{cause.Zh}，{extent.Zh}", $"{cause.En}; {extent.En}");

    private static string Clock(Slot slot, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(slot.Group.TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
