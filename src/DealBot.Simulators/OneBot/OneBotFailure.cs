namespace DealBot.Simulators.OneBot;

/// <summary>Why an action failed.</summary>
internal enum OneBotFailure
{
    BadToken,
    NoToken,
    BadBody,
    BadParameter,
    UnknownAction,
    NoSuchGroup,
    Refused,
    Timeout,
}
