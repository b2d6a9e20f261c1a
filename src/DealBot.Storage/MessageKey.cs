namespace DealBot.Storage;

/// <summary>One message, and the state that it must be in to be changed.</summary>
internal sealed record MessageKey(string PostId, int Index, string From);
