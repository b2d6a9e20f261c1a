using System.Globalization;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Core.Notices;

/// <summary>Writes notices as one short text, oldest first.</summary>
internal static class NoticeText
{
    private const string Head = "🔔 DealBot 提醒";

    /// <summary>The messages of a post: one, unless the platform's limit is small.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<KeptNotice> notices, TimeZoneInfo zone, AdapterLimits limits)
    {
        var text = new StringBuilder(Head);
        foreach (var notice in notices)
        {
            text.Append('\n').Append(Line(notice, zone));
        }

        return MessageSplitter.Split(text.ToString(), limits.TextLength, limits.TextUnit) ?? [$"{Head}\n有 {notices.Count} 条，太长发不出来，请看日报或日志"];
    }

    private static string Line(KeptNotice notice, TimeZoneInfo zone)
    {
        string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        var again = notice.Count > 1 ? $"（共 {notice.Count} 次，最近 {Clock(notice.LastAt)}）" : "";
        return $"· {Clock(notice.FirstAt)} {notice.Text.Zh}{again}";
    }
}
