namespace DealBot.Simulators.OneBot;

/// <summary>A part of a message that was accepted.</summary>
/// <param name="Type"><c>text</c> or <c>image</c>.</param>
/// <param name="Text">The text; for a picture that the bridge fetches its address.</param>
/// <param name="Bytes">The picture, if it came with the message.</param>
public sealed record OneBotPart(string Type, string Text, ReadOnlyMemory<byte> Bytes);
