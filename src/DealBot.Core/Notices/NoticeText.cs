using System.Globalization;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Core.Notices;

/// <summary>Writes notices as one short text, oldest first.</summary>
internal static class NoticeText
{
    private static readonly Phrase Head = new("🔔 DealBot 提醒", "🔔 DealBot notices");

    /// <summary>The messages of a post: one, unless the platform's limit is small.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<KeptNotice> notices, Language language, TimeZoneInfo zone, AdapterLimits limits)
    {
        var text = new StringBuilder(Head.In(language));
        foreach (var notice in notices)
        {
            text.Append('\n').Append(Line(notice, zone).In(language));
        }

        return MessageSplitter.Split(text.ToString(), limits.TextLength, limits.TextUnit)
            ?? [new Phrase($"{Head.Zh}\n有 {notices.Count} 条，太长发不出来，请看日报或日志", $"{Head.En}\n{notices.Count}, too long to be sent: see the digest or the log").In(language)];
    }

    private static Phrase Line(KeptNotice notice, TimeZoneInfo zone)
    {
        string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        var (first, last) = (Clock(notice.FirstAt), Clock(notice.LastAt));
        return notice.Count > 1
            ? new Phrase($"· {first} {notice.Text.Zh}（共 {notice.Count} 次，最近 {last}）", $"· {first} {notice.Text.En} ({notice.Count} times, last at {last})")
            : new Phrase($"· {first} {notice.Text.Zh}", $"· {first} {notice.Text.En}");
    }
}
