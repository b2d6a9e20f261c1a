using DealBot.Contracts;

namespace DealBot.Adapters.WeCom;

/// <summary>What became of an upload.</summary>
/// <param name="MediaId">The file's id; null if it was not taken.</param>
/// <param name="Failure">Why it was not taken: certainly nothing was posted.</param>
/// <param name="Code">WeCom's code, if it answered with one.</param>
internal sealed record WeComUpload(string? MediaId, SendResult? Failure, long? Code = null);
