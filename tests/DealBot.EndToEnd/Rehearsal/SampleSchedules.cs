using System.Text.Json;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>Quiet hours of the committed groups on a day, worked out from the files without any of the service's code.</summary>
internal static class SampleSchedules
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<(string Id, string Name)> Groups() =>
        [.. Items("groups").Select(group => (group.GetProperty("id").GetString()!, group.GetProperty("name").GetString()!))];

    public static bool IsQuiet(string group, DateTimeOffset at)
    {
        var local = at.ToOffset(TimeSpan.FromHours(8));
        var schedule = Items("schedules").Single(one => one.GetProperty("id").GetString() == ScheduleOf(group, local));
        return schedule.TryGetProperty("quietHours", out var quiet) && Covers(quiet, TimeOnly.FromDateTime(local.DateTime));
    }

    private static string ScheduleOf(string group, DateTimeOffset local)
    {
        var day = local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var campaign = Items("campaigns").FirstOrDefault(one =>
            one.TryGetProperty("schedule", out _)
            && !one.TryGetProperty("audiences", out _)
            && string.CompareOrdinal(one.GetProperty("from").GetString(), day) <= 0
            && string.CompareOrdinal(one.GetProperty("to").GetString(), day) >= 0);
        return campaign.ValueKind == JsonValueKind.Object
            ? campaign.GetProperty("schedule").GetString()!
            : Items("groups").Single(one => one.GetProperty("id").GetString() == group).GetProperty("schedule").GetString()!;
    }

    private static bool Covers(JsonElement quiet, TimeOnly time)
    {
        var (from, to) = (TimeOnly.Parse(quiet.GetProperty("from").GetString()!, null), TimeOnly.Parse(quiet.GetProperty("to").GetString()!, null));
        return from < to ? time >= from && time < to : time >= from || time < to;
    }

    private static List<JsonElement> Items(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("config", $"{name}.json")), Options);
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(item => item.Clone())];
    }
}
