namespace DealBot.Imaging.Images;

/// <summary>A picture made ready for posters, or why it was not.</summary>
/// <param name="Jpeg">A small baseline JPEG; null if the picture is refused.</param>
/// <param name="Refusal">The cause as one clause in English; null if there is a JPEG.</param>
public sealed record PreparedPicture(byte[]? Jpeg, string? Refusal);
