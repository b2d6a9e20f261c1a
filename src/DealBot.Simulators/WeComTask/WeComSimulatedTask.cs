namespace DealBot.Simulators.WeComTask;

/// <summary>A task that was taken.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChatId">The group.</param>
/// <param name="Sender">Who has to confirm it.</param>
/// <param name="At">When it was made.</param>
public sealed record WeComSimulatedTask(string Id, string ChatId, string Sender, DateTimeOffset At)
{
    /// <summary>The text; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Bytes of the picture; null for none.</summary>
    public ReadOnlyMemory<byte>? Picture { get; init; }

    /// <summary>Title of the link; null for none.</summary>
    public string? LinkTitle { get; init; }

    /// <summary>Text below the title of the link.</summary>
    public string LinkDescription { get; init; } = "";

    /// <summary>Where the link leads.</summary>
    public string? LinkUrl { get; init; }

    /// <summary>When it was confirmed; null if it was not.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>How the group stands then: 1 sent, 2 not reached, 3 has received another. 0 until it is confirmed.</summary>
    public int GroupStatus { get; init; }
}
