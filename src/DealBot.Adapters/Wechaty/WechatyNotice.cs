using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Wechaty;

/// <summary>The JSON of an event; of the parts only those of its kind are present.</summary>
internal sealed record WechatyNotice
{
    public string? MessageId { get; init; }

    public string? ContactId { get; init; }

    public string? RoomId { get; init; }

    public IReadOnlyList<string>? InviteeIdList { get; init; }

    public IReadOnlyList<string>? RemoveeIdList { get; init; }

    public double? Timestamp { get; init; }

    /// <summary>An event's JSON; an empty notice if it is none.</summary>
    public static WechatyNotice Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<WechatyNotice>(json, PlainJson.Options) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
