using System.Text.Json.Serialization;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>Asks how a task stands. One group is all that a task has, so one page is all that an answer has.</summary>
internal sealed record WeComTaskQuestion([property: JsonPropertyName("msgid")] string TaskId)
{
    /// <summary>Whose sending is asked about; not for the task itself.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    public int Limit { get; } = 500;
}
