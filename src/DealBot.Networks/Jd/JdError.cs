using DealBot.Contracts;

namespace DealBot.Networks.Jd;

/// <summary>What a code means to the owner and to the client.</summary>
/// <param name="Reason">What is wrong and what the owner can do.</param>
/// <param name="Field">Field of <see cref="JdAccount"/> at fault; null if none.</param>
/// <param name="IsTransient">Whether it passes by itself.</param>
/// <param name="IsRetried">Whether it passes so soon that the call is repeated at once.</param>
/// <param name="IsAccountFault">Whether every deal of the account fails alike.</param>
internal sealed record JdError(
    Phrase Reason,
    string? Field = null,
    bool IsTransient = false,
    bool IsRetried = false,
    bool IsAccountFault = false);
