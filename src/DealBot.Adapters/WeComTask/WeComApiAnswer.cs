using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>What WeCom says to a call that posts nothing.</summary>
/// <param name="Json">The answer, if it was taken.</param>
/// <param name="Failure">Why it was not; null if it was.</param>
/// <param name="Code">WeCom's code, if it refused with one.</param>
internal sealed record WeComApiAnswer(JsonElement Json, SendResult? Failure = null, long? Code = null)
{
    /// <summary>What a person is told of the failure.</summary>
    public Phrase Reason => Failure switch
    {
        SendResult.RetryAfter retry => retry.Reason,
        SendResult.Throttled throttled => throttled.Reason,
        SendResult.Blocked blocked => blocked.Reason,
        SendResult.Rejected rejected => rejected.Reason,
        _ => throw new InvalidOperationException("There was no failure."),
    };

    /// <summary>The objects of a list; none if there is no such list.</summary>
    public IEnumerable<JsonElement> List(string name) =>
        PlatformAnswer.Member(Json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
