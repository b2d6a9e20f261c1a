namespace DealBot.Simulators.OneBot;

/// <summary>One group as the simulator keeps it.</summary>
internal sealed class OneBotGroupState(string name, int members)
{
    public string Name => name;

    public int Members { get; set; } = members;

    public bool IsMuted { get; set; }

    /// <summary>Whether the account was removed from it.</summary>
    public bool IsLeft { get; set; }
}
