namespace DealBot.Core.Rendering.Images;

/// <summary>What came of fetching a picture.</summary>
/// <param name="File">The bytes; null if there is a fault.</param>
/// <param name="Fault">Why there are none, as one clause in English; null if there are.</param>
public sealed record FetchedPicture(byte[]? File, string? Fault);
