namespace DealBot.Contracts;

/// <summary>What a platform's call is answered with.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="MediaType">Media type of the body.</param>
public sealed record CallbackReply(int Status, string? Body = null, string MediaType = "text/plain");
