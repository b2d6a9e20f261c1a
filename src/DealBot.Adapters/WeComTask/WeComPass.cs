using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask;

/// <summary>The token that calls need, or why there is none.</summary>
/// <param name="Token">The token; a secret.</param>
/// <param name="Failure">Why there is none; null if there is one. Nothing was posted.</param>
/// <param name="Code">WeCom's code, if it refused with one.</param>
internal sealed record WeComPass(string Token, SendResult? Failure = null, long? Code = null)
{
    public override string ToString() => $"{nameof(WeComPass)} {{ *** }}";
}
