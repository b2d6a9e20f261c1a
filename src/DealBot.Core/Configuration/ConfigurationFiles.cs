using System.ComponentModel;
using System.Text.Json.Serialization;

namespace DealBot.Core.Configuration;

/// <summary>owners.json.</summary>
public sealed record OwnersFile
{
    public const string Name = "owners.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("群主")]
    public required IReadOnlyList<Owner> Owners { get; init; }
}

/// <summary>groups.json.</summary>
public sealed record GroupsFile
{
    public const string Name = "groups.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("群")]
    public required IReadOnlyList<Group> Groups { get; init; }
}

/// <summary>schedules.json.</summary>
public sealed record SchedulesFile
{
    public const string Name = "schedules.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("排期")]
    public required IReadOnlyList<Schedule> Schedules { get; init; }
}

/// <summary>audiences.json.</summary>
public sealed record AudiencesFile
{
    public const string Name = "audiences.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("受众")]
    public required IReadOnlyList<Audience> Audiences { get; init; }
}

/// <summary>campaigns.json; may be missing.</summary>
public sealed record CampaignsFile
{
    public const string Name = "campaigns.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("活动")]
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];
}

/// <summary>selection.json; may be missing.</summary>
public sealed record SelectionFile
{
    public const string Name = "selection.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("选品")]
    public SelectionSettings Selection { get; init; } = new();
}

/// <summary>bot.json; may be missing.</summary>
public sealed record BotFile
{
    public const string Name = "bot.json";

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("群里的机器人")]
    public BotSettings Bot { get; init; } = new();
}
