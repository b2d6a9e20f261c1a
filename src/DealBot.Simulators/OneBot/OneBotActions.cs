using System.Globalization;
using System.Text.Json;

namespace DealBot.Simulators.OneBot;

/// <summary>What the bridge's actions do. Safe to use from many threads.</summary>
internal sealed class OneBotActions(OneBotSimulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<OneBotReceived> _received = [];
    private readonly Dictionary<long, OneBotGroupState> _groups = options.Groups.ToDictionary(group => group.Key, group => new OneBotGroupState(group.Value, options.Members));
    private int _timeouts;

    public bool IsOnline { get; set; } = true;

    public bool TellsCounts { get; set; } = true;

    public IReadOnlyList<OneBotReceived> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    public static bool Posts(string action) => action is "send_group_msg" or "send_group_forward_msg";

    public void Change(long groupId, Action<OneBotGroupState> change)
    {
        lock (_lock)
            change(_groups[groupId]);
    }

    public void TimeOut(int calls)
    {
        lock (_lock)
            _timeouts += calls;
    }

    public OneBotOutcome Do(string action, JsonElement parameters)
    {
        lock (_lock)
        {
            return action switch
            {
                "send_group_msg" => Post(parameters, "message", isForward: false),
                "send_group_forward_msg" => Post(parameters, "messages", isForward: true),
                "get_login_info" => OneBotOutcome.Ok(new { user_id = options.SelfId, nickname = "好价小助手" }),
                "get_status" => OneBotOutcome.Ok(new { online = IsOnline, good = true }),
                "get_group_info" => InfoOf(parameters),
                "get_group_list" => OneBotOutcome.Ok(_groups.Where(group => !group.Value.IsLeft).Select(group => Describe(group.Key, group.Value)).ToList()),
                "get_group_member_list" => MembersOf(parameters),
                _ => OneBotOutcome.Failed(OneBotFailure.UnknownAction),
            };
        }
    }

    private OneBotOutcome InfoOf(JsonElement parameters)
    {
        if (GroupIdOf(parameters) is not { } id)
            return OneBotOutcome.Failed(OneBotFailure.BadParameter);
        if (_groups.TryGetValue(id, out var group) && !group.IsLeft)
            return OneBotOutcome.Ok(Describe(id, group));

        // The standard's bridges know the name of a group that they are not in, and no members.
        return options.Dialect == OneBotDialect.Standard
            ? OneBotOutcome.Ok(new { group_id = id, group_name = "某群", member_count = 0, max_member_count = 0 })
            : OneBotOutcome.Failed(OneBotFailure.NoSuchGroup);
    }

    private object Describe(long id, OneBotGroupState group) => TellsCounts
        ? new { group_id = id, group_name = group.Name, member_count = group.Members, max_member_count = 500 }
        : new { group_id = id, group_name = group.Name };

    private OneBotOutcome MembersOf(JsonElement parameters) => GroupIdOf(parameters) is { } id && _groups.TryGetValue(id, out var group) && !group.IsLeft
        ? OneBotOutcome.Ok(Enumerable.Range(1, group.Members).Select(member => new { group_id = id, user_id = 20_000 + member, nickname = $"群友{member}", role = "member" }).ToList())
        : OneBotOutcome.Failed(OneBotFailure.NoSuchGroup);

    private OneBotOutcome Post(JsonElement parameters, string list, bool isForward)
    {
        if (GroupIdOf(parameters) is not { } id || !parameters.TryGetProperty(list, out var message) || message.ValueKind != JsonValueKind.Array)
            return OneBotOutcome.Failed(OneBotFailure.BadParameter);
        if (!_groups.TryGetValue(id, out var group) || group.IsLeft)
            return OneBotOutcome.Failed(OneBotFailure.Refused, OneBotCodes.Removed);
        if (group.IsMuted)
            return OneBotOutcome.Failed(OneBotFailure.Refused, OneBotCodes.Muted);

        var entries = message.EnumerateArray();
        var parts = isForward ? PartsOfNodes(entries) : PartsOf(entries);
        if (parts is not { Count: > 0 })
            return OneBotOutcome.Failed(OneBotFailure.BadParameter);

        _received.Add(new OneBotReceived(id, options.Time.GetUtcNow(), parts, isForward));
        if (_timeouts == 0)
            return OneBotOutcome.Ok(new { message_id = _received.Count });

        _timeouts--;
        return OneBotOutcome.Failed(OneBotFailure.Timeout);
    }

    private static List<OneBotPart>? PartsOfNodes(JsonElement.ArrayEnumerator nodes)
    {
        var parts = new List<OneBotPart>();
        foreach (var node in nodes)
        {
            if (TextOf(node, "type") != "node" || !node.TryGetProperty("data", out var data) || TextOf(data, "uin") is null || TextOf(data, "name") is null
                || !data.TryGetProperty("content", out var content) || PartsOf(content.EnumerateArray()) is not { } entries)
            {
                return null;
            }

            parts.AddRange(entries);
        }

        return parts;
    }

    private static List<OneBotPart>? PartsOf(JsonElement.ArrayEnumerator segments)
    {
        var parts = segments.Select(PartOf).ToList();
        return parts.Contains(null) ? null : [.. parts.OfType<OneBotPart>()];
    }

    private static OneBotPart? PartOf(JsonElement segment) => TextOf(segment, "type") switch
    {
        "text" when TextOf(segment.GetProperty("data"), "text") is { Length: > 0 } text => new OneBotPart("text", text, default),
        "image" when TextOf(segment.GetProperty("data"), "file") is { } file => PictureOf(file),
        _ => null,
    };

    private static OneBotPart? PictureOf(string file)
    {
        const string inline = "base64://";
        if (!file.StartsWith(inline, StringComparison.Ordinal))
            return file.StartsWith("http", StringComparison.Ordinal) ? new OneBotPart("image", file, default) : null;

        var bytes = new byte[file.Length];
        return Convert.TryFromBase64String(file[inline.Length..], bytes, out var length) ? new OneBotPart("image", "", bytes.AsMemory(0, length)) : null;
    }

    private static long? GroupIdOf(JsonElement parameters) => parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("group_id", out var id)
        ? id.ValueKind == JsonValueKind.Number ? id.GetInt64() : long.Parse(id.GetString()!, CultureInfo.InvariantCulture)
        : null;

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
