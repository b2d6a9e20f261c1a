using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>What an adapter finds out about a message by itself.</summary>
internal static class OwnCheck
{
    /// <summary>The refusal for a reason; null without one.</summary>
    /// <param name="reason">Why the message can't be sent.</param>
    /// <param name="field">The option at fault, if one is.</param>
    public static SendResult.Rejected? Of(Phrase? reason, string? field = null) =>
        reason is null ? null : new SendResult.Rejected(reason, field) { IsOwnCheck = true };
}
