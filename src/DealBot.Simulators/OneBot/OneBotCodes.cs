namespace DealBot.Simulators.OneBot;

/// <summary>QQ's own codes of messages that it refuses, for <see cref="Chat.ChatFaults.AnswerWith"/>.</summary>
public static class OneBotCodes
{
    /// <summary>The account is muted in the group.</summary>
    public const int Muted = 120;

    /// <summary>The account was removed from the group.</summary>
    public const int Removed = 110;

    /// <summary>The picture could not be uploaded.</summary>
    public const int NoUpload = -1;

    /// <summary>Something else; bridges do not say what.</summary>
    public const int Other = 1;
}
