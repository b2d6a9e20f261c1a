namespace DealBot.Host;

/// <summary>What the process ends with.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A fault of the user's input or of the outside world.</summary>
    public const int Fault = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;
}
