namespace DealBot.Core.Digests;

/// <summary>A digest as it goes out.</summary>
/// <param name="Text">The text.</param>
/// <param name="Chart">The chart as JPEG; null where charts can't be drawn.</param>
public sealed record RenderedDigest(string Text, byte[]? Chart);
