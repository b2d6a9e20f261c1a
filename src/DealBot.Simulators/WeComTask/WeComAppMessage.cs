namespace DealBot.Simulators.WeComTask;

/// <summary>A message of the application to a member.</summary>
/// <param name="UserId">To whom.</param>
/// <param name="Text">The text; null for a picture.</param>
/// <param name="Picture">Bytes of the picture; null for a text.</param>
public sealed record WeComAppMessage(string UserId, string? Text, ReadOnlyMemory<byte>? Picture);
