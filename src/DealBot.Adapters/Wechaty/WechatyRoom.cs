using System.ComponentModel;

namespace DealBot.Adapters.Wechaty;

/// <summary>One room (群) of a puppet's account, by its id or by its name.</summary>
public sealed record WechatyRoom
{
    /// <summary>Name of the puppet in <see cref="WechatyOptions.Puppets"/>.</summary>
    [Description("Puppets 里的名字")]
    public string Puppet { get; init; } = "";

    /// <summary>The room's id, for example <c>19000000000@chatroom</c>. Stays when the room is renamed; with some puppets it changes with each login.</summary>
    [Description("群的 id；和 Topic 二选一，优先用它")]
    public string? Id { get; init; }

    /// <summary>The room's name, letter by letter, where there is no <see cref="Id"/>. Must be the name of one room only.</summary>
    [Description("群名，一字不差；改名后要跟着改")]
    public string? Topic { get; init; }
}
