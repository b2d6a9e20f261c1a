namespace DealBot.Simulators.WeCom;

/// <summary>An upload that messages can name.</summary>
internal sealed record WeComMedia(string Key, string Type, WeComReceivedFile File, DateTimeOffset At);
