namespace DealBot.Templating.Functions;

/// <summary>The members of a date.</summary>
internal static class DateParts
{
    public static object? Get(DateTimeOffset date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "day_of_year" => date.DayOfYear,
        "day_of_week" => date.DayOfWeek.ToString(),
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        "ticks" => date.Ticks,
        "date" => new DateTimeOffset(date.Date, date.Offset),
        "time_of_day" => date.TimeOfDay,
        _ => null,
    };
}
