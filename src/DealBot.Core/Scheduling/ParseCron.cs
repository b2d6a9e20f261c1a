namespace DealBot.Core.Scheduling;

/// <summary>The next moment of a series strictly after another; null if there is none.</summary>
public delegate DateTimeOffset? NextMoment(DateTimeOffset after);

/// <summary>Reads a cron expression for a time zone.</summary>
/// <exception cref="FormatException">The expression is not one; the message says why.</exception>
public delegate NextMoment ParseCron(string expression, TimeZoneInfo zone);
