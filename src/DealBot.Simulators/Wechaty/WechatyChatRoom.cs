namespace DealBot.Simulators.Wechaty;

/// <summary>One room.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">Its name.</param>
/// <param name="Members">Ids of who is in it.</param>
public sealed record WechatyChatRoom(string Id, string Topic, params IReadOnlyList<string> Members);
