namespace DealBot.Simulators.Telegram;

/// <summary>One group as the simulator keeps it.</summary>
internal sealed class TelegramChatState(string title)
{
    public string Title => title;

    public TelegramRate Rate { get; } = new();

    public int Members { get; set; } = 2;

    /// <summary>Whether the bots were removed from it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Its id since it became a supergroup.</summary>
    public long? MigratedTo { get; set; }
}
