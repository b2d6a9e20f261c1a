using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Host.Commands;

/// <summary>Says in words what a platform allows.</summary>
internal static class QuotaWords
{
    public static Phrase Of(AdapterLimits limits)
    {
        (int? Most, Phrase Span)[] account =
        [
            (limits.MessagesPerMinute, new Phrase("每分钟 {0} 条", "{0} a minute")),
            (limits.MessagesPerHour, new Phrase("每小时 {0} 条", "{0} an hour")),
            (limits.MessagesPerDay, new Phrase("每天 {0} 条", "{0} a day")),
            (limits.ImagesPerDay, new Phrase("每天 {0} 张图片", "{0} pictures a day")),
        ];
        (int? Most, Phrase Span)[] address =
        [
            (limits.AddressMessagesPerMinute, new Phrase("每分钟 {0} 条", "{0} a minute")),
            (limits.AddressMessagesPerDay, new Phrase("每天 {0} 条", "{0} a day")),
            (limits.AddressMessagesPerMonth, new Phrase("每月 {0} 条", "{0} a month")),
        ];
        var gap = limits.LeastGap is { } least && least > TimeSpan.Zero ? least.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) : null;
        Phrase?[] parts =
        [
            Windows(account, new Phrase("账号", "account: ")),
            gap is null ? null : new Phrase($"两条至少隔 {gap} 秒", $"{gap} s between two messages"),
            Windows(address, new Phrase("这个群", "this group: ")),
        ];
        var said = parts.OfType<Phrase>().ToList();
        return said.Count == 0
            ? new Phrase("没有限额", "no quota")
            : new Phrase("限额：" + string.Join("，", said.Select(part => part.Zh)), "quota: " + string.Join("; ", said.Select(part => part.En)));
    }

    private static Phrase? Windows(IEnumerable<(int? Most, Phrase Span)> windows, Phrase who)
    {
        var known = windows.Where(window => window.Most is not null).ToList();
        string Join(string separator, Func<Phrase, string> language) =>
            string.Join(separator, known.Select(window => string.Format(CultureInfo.InvariantCulture, language(window.Span), window.Most)));
        return known.Count == 0 ? null : new Phrase(who.Zh + Join("、", phrase => phrase.Zh), who.En + Join(", ", phrase => phrase.En));
    }
}
