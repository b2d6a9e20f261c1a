using DealBot.Contracts;

namespace DealBot.Adapters.Feishu;

/// <summary>What became of an upload.</summary>
/// <param name="ImageKey">The picture's key; null if it was not taken.</param>
/// <param name="Failure">Why it was not taken: certainly nothing was posted.</param>
internal sealed record FeishuUpload(string? ImageKey, SendResult? Failure);
