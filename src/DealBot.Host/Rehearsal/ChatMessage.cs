namespace DealBot.Host.Rehearsal;

/// <summary>One message as a chat got it.</summary>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">The chat.</param>
/// <param name="At">When.</param>
/// <param name="Text">The text, also that below a picture; null for a picture alone.</param>
/// <param name="Picture">The picture's bytes; empty for a text.</param>
internal sealed record ChatMessage(string Adapter, string Address, DateTimeOffset At, string? Text, ReadOnlyMemory<byte> Picture)
{
    /// <summary>The parts of a message that have text, a line each; null if none has.</summary>
    public static string? Lines(params IEnumerable<string?> parts) =>
        string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } lines ? lines : null;
}
