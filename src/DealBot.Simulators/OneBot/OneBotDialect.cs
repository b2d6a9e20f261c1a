namespace DealBot.Simulators.OneBot;

/// <summary>Which bridge is simulated.</summary>
public enum OneBotDialect
{
    /// <summary>The OneBot 11 standard, with the codes of go-cqhttp.</summary>
    Standard,

    /// <summary>NapCat, where it departs from the standard.</summary>
    NapCat,
}
