using System.Globalization;

namespace DealBot.Host.Commands;

/// <summary>Days as people type them. Orders belong to days of Beijing time, as in the networks' own statements.</summary>
internal static class BeijingDays
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Beijing).DateTime);

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Beijing);

    /// <summary>A moment as the networks show it.</summary>
    public static string Show(DateTimeOffset at, string format) => at.ToOffset(Beijing).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The day; null after saying that it is none.</summary>
    public static DateOnly? Day(CommandContext context, string option, string text) =>
        Parse(text, "yyyy-MM-dd") ?? Complain(context, option, text, "不是日期", "is no date", "2026-06-18");

    /// <summary>The first day of a month; null after saying that it is none.</summary>
    public static DateOnly? Month(CommandContext context, string option, string text) =>
        Parse(text, "yyyy-MM") ?? Complain(context, option, text, "不是月份", "is no month", "2026-06");

    private static DateOnly? Parse(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateOnly? Complain(CommandContext context, string option, string text, string zh, string en, string example)
    {
        context.Error(context.Say($"{option} {text} {zh}，应为 {example} 这样的格式", $"{option} {text} {en}; write it like {example}"));
        return null;
    }
}
