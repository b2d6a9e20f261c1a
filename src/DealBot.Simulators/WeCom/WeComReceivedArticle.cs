namespace DealBot.Simulators.WeCom;

/// <summary>One article of a news message.</summary>
/// <param name="Title">Title, at most 128 bytes.</param>
/// <param name="Description">Description, at most 512 bytes; may be empty.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="PictureUrl">Picture, if any.</param>
public sealed record WeComReceivedArticle(string Title, string Description, string Url, string? PictureUrl);
