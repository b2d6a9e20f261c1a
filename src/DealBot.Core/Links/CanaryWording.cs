using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>Says what test links have shown.</summary>
public static class CanaryWording
{
    /// <summary>Conversion is broken: what, since when, for how many groups, what to do.</summary>
    /// <param name="state">The account's state.</param>
    /// <param name="faults">What the account's own test names.</param>
    /// <param name="groups">How many groups post through the account.</param>
    /// <param name="zone">The owner's clock.</param>
    public static Phrase Broken(CanaryState state, IReadOnlyList<AccountFault> faults, int groups, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(faults);
        var since = TimeZoneInfo.ConvertTime(state.FailingSince ?? state.TriedAt, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        var name = NetworkNames.Of(state.Network);
        var told = faults.Select(fault => fault.Reason).Append(state.Reason!).DistinctBy(reason => reason.Zh).ToList();
        var fields = faults.Select(fault => fault.Field).OfType<string>().Distinct().ToList();
        var (where, place) = fields.Count == 0 ? ("", "") : ($"（看 {string.Join('、', fields)}）", $" (look at {string.Join(", ", fields)})");
        return new Phrase(
            $"{name.Zh} 账号 {state.Account} 从 {since} 起转不了链接{where}：{string.Join("；", told.Select(reason => reason.Zh))}。涉及 {groups} 个群，修好之前它的商品不发，改发别的；好了会告诉你",
            $"{name.En} account {state.Account} converts no links since {since}{place}: {string.Join("; ", told.Select(reason => reason.En))}. {groups} groups post through it; until it is mended its deals are replaced by others, and you will be told when it works");
    }

    /// <summary>Conversion works again.</summary>
    public static Phrase Works(CanaryState before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        var name = NetworkNames.Of(before.Network);
        var minutes = (long)(now - (before.FailingSince ?? now)).TotalMinutes;
        return new Phrase(
            $"{name.Zh} 账号 {before.Account} 又能转链接了，断了 {minutes} 分钟，不用处理",
            $"{name.En} account {before.Account} converts links again after {minutes} minutes; nothing to do");
    }
}
