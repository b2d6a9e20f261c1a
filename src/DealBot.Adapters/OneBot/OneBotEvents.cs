using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>Reads the events of bridges: of the groups that are set up, and nothing that the bot itself did.</summary>
internal sealed class OneBotEvents(OneBotOptions options)
{
    private static readonly string[] PartsOfNotice = ["time", "notice_type", "sub_type", "group_id", "operator_id", "user_id"];

    private readonly Dictionary<(string Bot, long GroupId), string> _addresses =
        options.Groups.ToDictionary(group => (group.Value.Bot, group.Value.GroupId), group => group.Key);

    /// <summary>What an event tells; null for one that concerns nobody here.</summary>
    public ChatEvent? Read(string bot, JsonElement json)
    {
        if (Number(json, "group_id") is not { } groupId || !_addresses.TryGetValue((bot, groupId), out var address))
            return null;
        if (Number(json, "user_id") is not { } user || user == Number(json, "self_id"))
            return null;

        return (PlatformAnswer.Text(json, "post_type"), PlatformAnswer.Text(json, "message_type") ?? PlatformAnswer.Text(json, "notice_type")) switch
        {
            ("message", "group") => MessageOf(address, json, user),
            ("notice", "group_increase") => new ChatEvent.MembersJoined(address, IdOfNotice(json), TimeOf(json), 1),
            ("notice", "group_decrease") when PlatformAnswer.Text(json, "sub_type") is "leave" or "kick" =>
                new ChatEvent.MembersLeft(address, IdOfNotice(json), TimeOf(json), 1),
            _ => null,
        };
    }

    /// <summary>Whether an event happened around now.</summary>
    public static bool IsWithin(JsonElement json, TimeSpan window, DateTimeOffset now) =>
        Number(json, "time") is not null && (now - TimeOf(json)).Duration() <= window;

    private static ChatEvent.MessageReceived? MessageOf(string address, JsonElement json, long user)
    {
        // Notices of the group itself and members without a name give no orders.
        if (PlatformAnswer.Text(json, "sub_type") is "notice" or "anonymous" || IdOf(json, "message_id") is not { } id)
            return null;

        var message = OneBotIncoming.Read(PlatformAnswer.Member(json, "message") ?? default, IdOf(json, "self_id"));
        return new ChatEvent.MessageReceived(
            address, $"m{id}", TimeOf(json), user.ToString(CultureInfo.InvariantCulture), message.Text, message.IsToBot);
    }

    // Notices have no id of their own.
    private static string IdOfNotice(JsonElement json)
    {
        var parts = string.Join('|', PartsOfNotice.Select(name => IdOf(json, name)));
        return $"n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..40]}";
    }

    private static DateTimeOffset TimeOf(JsonElement json) =>
        Number(json, "time") is > 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;

    private static long? Number(JsonElement json, string name) => PlatformAnswer.Number(json, name);

    private static string? IdOf(JsonElement json, string name) =>
        Number(json, name) is { } number ? number.ToString(CultureInfo.InvariantCulture) : PlatformAnswer.Text(json, name);
}
