using System.Text.Json;

namespace DealBot.Simulators.DingTalk;

/// <summary>One message that the simulator accepted.</summary>
/// <param name="Chat">Chat that it was posted into.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="MsgType"><c>text</c>, <c>markdown</c>, <c>link</c>, <c>actionCard</c> or <c>feedCard</c>.</param>
/// <param name="Content">The part of the body that the type names.</param>
public sealed record DingTalkReceived(string Chat, DateTimeOffset At, string MsgType, JsonElement Content);
