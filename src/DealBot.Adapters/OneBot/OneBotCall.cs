using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.OneBot;

/// <summary>One action of the bridge.</summary>
/// <param name="Action">Its name.</param>
/// <param name="Params">Its parameters.</param>
/// <param name="Echo">What the answer on a WebSocket bears, to tell it from events and other answers.</param>
internal sealed record OneBotCall(string Action, object Params, string Echo)
{
    /// <summary>Posts a message.</summary>
    public const string MessageAction = "send_group_msg";

    /// <summary>Posts a forwarded conversation; an extension.</summary>
    public const string ForwardAction = "send_group_forward_msg";

    /// <summary>A question without parameters.</summary>
    public static OneBotCall Question(string action) => new(action, new { }, action);

    /// <summary>The question for a group.</summary>
    public static OneBotCall GroupInfo(long groupId) => new("get_group_info", new OneBotGroupQuestion(groupId), "get_group_info");

    /// <summary>The question for everybody in a group.</summary>
    public static OneBotCall Members(long groupId) => new("get_group_member_list", new OneBotGroupQuestion(groupId), "get_group_member_list");

    /// <summary>The frame that a WebSocket carries.</summary>
    public byte[] Frame() => JsonSerializer.SerializeToUtf8Bytes(this, PlainJson.Options);
}
