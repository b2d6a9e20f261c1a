namespace DealBot.Simulators.OneBot;

/// <summary>How an action ended, before a dialect puts it into words.</summary>
/// <param name="Failure">Why it failed; null if it did not.</param>
/// <param name="Data">What it gives back.</param>
/// <param name="Code">QQ's own code of a message that was refused.</param>
internal sealed record OneBotOutcome(OneBotFailure? Failure, object? Data, int Code = 0)
{
    public static OneBotOutcome Ok(object? data = null) => new(null, data);

    public static OneBotOutcome Failed(OneBotFailure failure, int code = 0) => new(failure, null, code);
}
